package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.DefaultFailedJobParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** A job that met another one goes again at once; one that failed waits as its retry cycle says. */
class RetryAtOnceTest {

    private ProcessEngine engine;
    private RuntimeException thrown = new IllegalStateException("broken");

    @BeforeEach
    void open() {
        ProcessEnginePlugin plugin =
                new ClockPlugin(new DefaultListableBeanFactory().getBeanProvider(StepClocks.class));
        ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration
                .setProcessEngineName("retryatonce")
                .setJdbcUrl("jdbc:h2:mem:retryatonce")
                .setHistory("none")
                .setJobExecutorActivate(false);
        configuration.setProcessEnginePlugins(new ArrayList<>(List.of(plugin)));
        JavaDelegate step = execution -> {
            throw thrown;
        };
        configuration.setBeans(new HashMap<>(Map.of("step", step)));
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new DefaultFailedJobParseListener())));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "steps.bpmn",
                        Bpmn.createExecutableProcess("steps")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask()
                                .camundaAsyncBefore()
                                .camundaFailedJobRetryTimeCycle("PT1M,PT10M")
                                .camundaDelegateExpression("${step}")
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void who_met_another_goes_again_at_once() {
        thrown = new OptimisticLockingException("met another one");
        Job job = fails();
        assertThat(job.getDuedate() == null || !job.getDuedate().after(new Date()))
                .isTrue();
        assertThat(job.getRetries()).isEqualTo(3);
    }

    @Test
    void who_fails_waits_as_the_retry_cycle_says() {
        Job job = fails();
        assertThat(job.getDuedate()).isAfter(new Date());
        assertThat(job.getRetries()).isEqualTo(2);
    }

    private Job fails() {
        engine.getRuntimeService().startProcessInstanceByKey("steps");
        Job job = engine.getManagementService().createJobQuery().singleResult();
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job.getId()))
                .isNotNull();
        return engine.getManagementService().createJobQuery().singleResult();
    }
}
