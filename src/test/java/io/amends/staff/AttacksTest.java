package io.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The attacks that are known for the engine, run against us. The trap springs when the attacker's expression is evaluated. */
class AttacksTest extends StaffTest {

    private static final String SPRING = "${trap.spring()}";
    private static final String REACH_FOR_RUNTIME =
            "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('true')}";

    @Autowired
    FilterService filterService;

    @Autowired
    IdentityService identityService;

    @BeforeEach
    void setTheTrap() {
        trap.sprung.set(0);
    }

    @AfterEach
    void nobodyActs() {
        identityService.clearAuthentication();
    }

    @Test
    void the_trap_springs_within_a_process_so_that_its_silence_means_something() {
        runtimeService.startProcessInstanceByKey("trap");

        assertThat(trap.sprung).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"X\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"X\"}]}",
                "{\"orQueries\":[{\"name\":\"a\"},{\"candidateGroupsExpression\":\"X\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"dueBeforeExpression\":\"X\"}]}]}",
                "{\"\\u006frQueries\":[{\"assignee\\u0045xpression\":\"X\"}]}",
                "{\"name\":\"a\",\"orQueries\":[{\"taskVariables\":[{\"name\":\"a\"}],\"followUpAfterExpression\":\"X\"}]}"
            })
    void an_expression_in_a_query_is_refused_however_deep(String query) {
        openTask("Task_Listen");
        for (String expression : new String[] {SPRING, REACH_FOR_RUNTIME}) {
            String body = query.replace("X", expression);
            for (String path : new String[] {"/task", "/task/count", "/engine/default/task"}) {
                Answer answer = as(Role.SERVICE_AGENTS).post("/engine-rest" + path, body);
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.json().get("field").asText()).endsWith("Expression");
            }
        }
        assertThat(trap.sprung).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task?assigneeExpression=%24%7Btrap.spring()%7D",
                "/engine-rest/task/count?name=a&%61ssigneeExpression=%24%7Btrap.spring()%7D"
            })
    void an_expression_in_an_address_is_refused(String path) {
        assertThat(as(Role.CAMUNDA_ADMIN).get(path).status()).isEqualTo(400);
        assertThat(trap.sprung).hasValue(0);
    }

    @Test
    void an_expression_under_another_content_type_is_not_taken() {
        String body = "{\"orQueries\":[{\"assigneeExpression\":\"" + SPRING + "\"}]}";
        for (String type : new String[] {"application/JSON; charset=utf-8", "text/plain", "*/*", "application/*"}) {
            assertThat(as(Role.SERVICE_AGENTS)
                            .send("POST", "/engine-rest/task", body, type, Map.of())
                            .status())
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(trap.sprung).hasValue(0);
    }

    @Test
    void the_engine_itself_evaluates_nothing_in_a_query_if_the_door_were_open() {
        TaskQuery query = taskService
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(SPRING)
                .endOr();

        assertThatThrownBy(query::list).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(query::count).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> taskService
                        .createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${dateTime()}")
                        .endOr()
                        .list())
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> taskService
                        .createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${currentUser()}${trap.spring()}")
                        .endOr()
                        .list())
                .isInstanceOf(ProcessEngineException.class);
        assertThat(trap.sprung).hasValue(0);
    }

    @Test
    void a_stored_filter_evaluates_the_known_functions_and_nothing_else() {
        Filter known = filterService
                .newTaskFilter("known")
                .setQuery(taskService.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        Filter attack = filterService
                .newTaskFilter("attack")
                .setQuery(taskService.createTaskQuery().taskAssigneeExpression(SPRING));
        filterService.saveFilter(known);
        filterService.saveFilter(attack);

        identityService.setAuthentication("admin", List.of("camunda-admin"));
        assertThat(filterService.list(known.getId())).isEmpty();
        assertThatThrownBy(() -> filterService.list(attack.getId())).isInstanceOf(ProcessEngineException.class);
        assertThat(trap.sprung).hasValue(0);
        filterService.deleteFilter(known.getId());
        filterService.deleteFilter(attack.getId());
    }

    @Test
    void a_filter_may_not_be_extended_with_an_expression() {
        String filter = filterService
                .createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();

        Answer answer = as(Role.SERVICE_AGENTS)
                .post(
                        "/engine-rest/filter/" + filter + "/list",
                        "{\"orQueries\":[{\"assigneeExpression\":\"" + SPRING + "\"}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(trap.sprung).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"SERVICE_AGENTS", "PROCESS_OWNERS", "AUDITORS", "DIRECTORS"})
    void only_administrators_make_filters(Role role) {
        String body = "{\"resourceType\":\"Task\",\"name\":\"mine\",\"query\":{\"assignee\":\"agent\"}}";

        assertThat(as(role).post("/engine-rest/filter/create", body).status()).isEqualTo(403);
        assertThat(as(role).post(
                                "/engine-rest/filter/create",
                                body.replace("\"assignee\":\"agent\"", "\"assigneeExpression\":\"${currentUser()}\""))
                        .status())
                // auditors do not come as far as the check of expressions
                .isEqualTo(role == Role.AUDITORS ? 403 : 400);
    }

    @Test
    void an_administrator_saves_a_filter_with_known_functions_only() {
        String body = "{\"resourceType\":\"Task\",\"name\":\"by admin\",\"query\":{\"assigneeExpression\":\"%s\"}}";

        assertThat(as(Role.CAMUNDA_ADMIN)
                        .post("/engine-rest/filter/create", body.formatted(SPRING))
                        .status())
                .isEqualTo(400);
        assertThat(as(Role.CAMUNDA_ADMIN)
                        .post("/engine-rest/filter/create", body.formatted("${currentUser()}"))
                        .status())
                .isEqualTo(200);
        assertThat(trap.sprung).hasValue(0);
    }

    @Test
    void camundas_own_pages_take_no_expression_either() {
        Caller agent = atBrowser(Role.SERVICE_AGENTS);
        agent.get("/camunda/app/tasklist/default/");

        Answer answer = agent.send(
                "POST",
                "/camunda/api/engine/engine/default/task",
                "{\"orQueries\":[{\"assigneeExpression\":\"" + SPRING + "\"}]}",
                "application/json",
                Map.of("X-XSRF-TOKEN", agent.cookie("XSRF-TOKEN")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(trap.sprung).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/other/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/app/admin/default/setup/"
            })
    void nobody_sets_up_a_first_administrator(String path) {
        String body =
                "{\"profile\":{\"id\":\"intruder\",\"firstName\":\"I\",\"lastName\":\"N\"},\"credentials\":{\"password\":\"correct horse battery\"}}";

        assertThat(nobody().post(path, body).status()).isEqualTo(404);
        assertThat(as(Role.CAMUNDA_ADMIN).post(path, body).status()).isEqualTo(404);
        assertThat(atBrowser(Role.SERVICE_AGENTS).post(path, body).status()).isEqualTo(404);
        assertThat(identityService.createUserQuery().userId("intruder").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/auth/user/default/login/tasklist",
                "/camunda/api/engine/engine/default/identity/verify",
                "/engine-rest/identity/verify",
                "/engine-rest/engine/default/identity/verify"
            })
    void passwords_are_tried_at_the_sign_in_only(String path) {
        String body = "{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}";

        assertThat(nobody().post(path, body).status()).isEqualTo(404);
        assertThat(as(Role.CAMUNDA_ADMIN).post(path, body).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/migration/execute",
                "/engine-rest/migration/executeAsync",
                "/engine-rest/engine/default/migration/executeasync",
                "/camunda/api/engine/engine/default/migration/execute"
            })
    void running_cases_are_moved_on_the_page_that_tells_the_record_only(String path) {
        String body = "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"a\",\"targetProcessDefinitionId\":\"b\","
                + "\"instructions\":[]},\"processInstanceIds\":[\"c\"]}";

        assertThat(as(Role.CAMUNDA_ADMIN).post(path, body).status()).isEqualTo(403);
        assertThat(as(Role.PROCESS_OWNERS).post(path, "").status()).isEqualTo(403);
    }

    @Test
    void a_variable_sent_by_rest_makes_no_object_of_an_attackers_choice() {
        String body = """
                {"businessKey":"CMP-2026-000009","variables":{"x":{"type":"Object","value":"{\\"a\\":1}",
                 "valueInfo":{"objectTypeName":"javax.swing.JEditorPane","serializationDataFormat":"application/json"}}}}""";
        Answer started = as(Role.SERVICE_AGENTS).post("/engine-rest/process-definition/key/complaint/start", body);
        String instance = started.json().get("id").asText();

        Answer read = as(Role.CAMUNDA_ADMIN)
                .get("/engine-rest/process-instance/" + instance + "/variables?deserializeValues=true");

        assertThat(read.body()).doesNotContain("javax.swing.JEditorPane[");
    }
}
