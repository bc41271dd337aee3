package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the configuration files ask of the engine is what the engine does. */
class EngineSettingsTest extends RestTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    ModelDeployment deployment;

    @Autowired
    JdbcClient database;

    @Test
    void the_engine_took_every_setting() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(configuration.isCmmnEnabled()).isFalse();
        assertThat(configuration.isStandaloneTasksEnabled()).isFalse();
        assertThat(configuration.isEnforceSpecificVariablePermission()).isTrue();
        assertThat(configuration.getHistoryRemovalTimeStrategy()).isEqualTo("end");
        assertThat(configuration.getDefaultSerializationFormat()).isEqualTo("application/json");
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(configuration.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(configuration.getJobExecutor().getMaxWait()).isEqualTo(5000);
        assertThat(configuration.getJobExecutor().getWaitTimeInMillis()).isEqualTo(1000);
        assertThat(configuration.getJobExecutor().getLockTimeInMillis()).isEqualTo(120_000);
        assertThat(configuration.getHistory()).isEqualTo("full");
    }

    @Test
    void models_have_names_that_do_not_tell_where_they_were_found() {
        var deployed = repository
                .createDeploymentQuery()
                .deploymentName("amends-models")
                .singleResult();

        assertThat(repository.getDeploymentResources(deployed.getId()))
                .extracting(Resource::getName)
                .contains("ask/ask.bpmn", "ask/answer.form", "ask/start-ask.form", "plain/start-plain.form");
    }

    @Test
    void a_restart_makes_no_new_version() {
        deployment.afterSingletonsInstantiated();

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
        assertThat(repository.createProcessDefinitionQuery().list())
                .extracting(ProcessDefinition::getVersion)
                .containsOnly(1);
    }

    @Test
    void due_timers_are_found_by_an_index() {
        Long indexes = database.sql(
                        "select count(*) from information_schema.indexes where lower(index_name) = 'amends_idx_job_duedate'")
                .query(Long.class)
                .single();

        assertThat(indexes).isEqualTo(1);
    }
}
