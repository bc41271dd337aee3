package io.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Auditors read all and change nothing. */
class AuditorTest extends StaffTest {

    @Autowired
    HistoryService historyService;

    @Autowired
    FilterService filterService;

    static Stream<Arguments> writing() {
        return Stream.of(
                Arguments.of("POST", "/process-definition/key/complaint/start", "{}"),
                Arguments.of("POST", "/process-definition/key/complaint/submit-form", "{\"variables\":{}}"),
                Arguments.of("PUT", "/process-definition/key/complaint/suspended", "{\"suspended\":true}"),
                Arguments.of(
                        "PUT", "/process-definition/key/complaint/history-time-to-live", "{\"historyTimeToLive\":1}"),
                Arguments.of("DELETE", "/process-definition/key/complaint", null),
                Arguments.of(
                        "POST",
                        "/message",
                        "{\"messageName\":\"customer-replied\",\"processInstanceId\":\"{instance}\"}"),
                Arguments.of("POST", "/signal", "{\"name\":\"some\"}"),
                Arguments.of("DELETE", "/process-instance/{instance}", null),
                Arguments.of("PUT", "/process-instance/{instance}/suspended", "{\"suspended\":true}"),
                Arguments.of(
                        "PUT",
                        "/process-instance/{instance}/variables/severity",
                        "{\"value\":\"S4\",\"type\":\"String\"}"),
                Arguments.of("DELETE", "/process-instance/{instance}/variables/caseNumber", null),
                Arguments.of(
                        "POST",
                        "/process-instance/{instance}/modification",
                        "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"Task_Listen\"}]}"),
                Arguments.of("POST", "/process-instance/delete", "{\"processInstanceIds\":[\"{instance}\"]}"),
                Arguments.of("POST", "/task/{task}/claim", "{\"userId\":\"u-auditors\"}"),
                Arguments.of("POST", "/task/{task}/unclaim", "{}"),
                Arguments.of("POST", "/task/{task}/complete", "{}"),
                Arguments.of("POST", "/task/{task}/submit-form", "{\"variables\":{}}"),
                Arguments.of("POST", "/task/{task}/resolve", "{}"),
                Arguments.of("POST", "/task/{task}/delegate", "{\"userId\":\"u-auditors\"}"),
                Arguments.of("POST", "/task/{task}/assignee", "{\"userId\":\"u-auditors\"}"),
                Arguments.of(
                        "POST", "/task/{task}/identity-links", "{\"userId\":\"u-auditors\",\"type\":\"candidate\"}"),
                Arguments.of("PUT", "/task/{task}", "{\"priority\":1}"),
                Arguments.of("PUT", "/task/{task}/variables/severity", "{\"value\":\"S4\",\"type\":\"String\"}"),
                Arguments.of("PUT", "/task/{task}/localVariables/severity", "{\"value\":\"S4\",\"type\":\"String\"}"),
                Arguments.of("POST", "/task/{task}/comment/create", "{\"message\":\"x\"}"),
                Arguments.of("POST", "/task/create", "{\"name\":\"own\"}"),
                Arguments.of("DELETE", "/history/process-instance/{instance}", null),
                Arguments.of("POST", "/history/cleanup", ""),
                Arguments.of(
                        "POST",
                        "/history/process-instance/delete",
                        "{\"historicProcessInstanceIds\":[\"{instance}\"]}"),
                Arguments.of("POST", "/filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}"),
                Arguments.of("DELETE", "/filter/{filter}", null),
                Arguments.of("PUT", "/filter/{filter}", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}"),
                Arguments.of(
                        "POST",
                        "/user/create",
                        "{\"profile\":{\"id\":\"x1\"},\"credentials\":{\"password\":\"correct horse battery\"}}"),
                Arguments.of("DELETE", "/user/u-legal", null),
                Arguments.of("PUT", "/user/u-legal/profile", "{\"id\":\"u-legal\",\"firstName\":\"x\"}"),
                Arguments.of("DELETE", "/user/u-auditors", null),
                Arguments.of("POST", "/group/create", "{\"id\":\"x1\",\"name\":\"x\"}"),
                Arguments.of("PUT", "/group/directors/members/u-auditors", null),
                Arguments.of(
                        "POST",
                        "/authorization/create",
                        "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"u-auditors\",\"resourceType\":6,\"resourceId\":\"*\"}"),
                Arguments.of(
                        "POST",
                        "/migration/execute",
                        "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"{definition}\",\"targetProcessDefinitionId\":\"{definition}\",\"instructions\":[]},\"processInstanceIds\":[\"{instance}\"]}"),
                Arguments.of("DELETE", "/deployment/{deployment}?cascade=true", null),
                Arguments.of("POST", "/task/{task}/attachment/create", "{}"),
                Arguments.of("POST", "/process-instance/{instance}/modification", "{\"instructions\":[]}"),
                Arguments.of(
                        "POST", "/external-task/fetchAndLock", "{\"workerId\":\"x\",\"maxTasks\":1,\"topics\":[]}"),
                Arguments.of("POST", "/telemetry/configuration", "{\"enableTelemetry\":false}"),
                Arguments.of("PUT", "/job/any/duedate", "{\"duedate\":null}"),
                Arguments.of("PUT", "/job/any/retries", "{\"retries\":1}"),
                Arguments.of("POST", "/migration/execute", "{}"),
                Arguments.of("POST", "/decision-definition/key/complaint-severity/evaluate", "{\"variables\":{}}"),
                Arguments.of("PUT", "/user/u-auditors/profile", "{\"id\":\"u-auditors\",\"firstName\":\"x\"}"));
    }

    @ParameterizedTest
    @MethodSource("writing")
    void no_writing_call_is_taken(String method, String path, String body) {
        Task task = openTask("Task_Listen");
        Answer answer = as(Role.AUDITORS)
                .send(method, "/engine-rest" + filled(path, task), filled(body, task), "application/json", Map.of());

        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(taskService
                        .createTaskQuery()
                        .taskId(task.getId())
                        .taskUnassigned()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void nor_is_any_by_way_of_camundas_own_pages() {
        Caller cockpit = atBrowser(Role.AUDITORS);
        cockpit.get("/camunda/app/cockpit/default/");
        cockpit.accepting("application/json");
        Map<String, String> token = Map.of("X-XSRF-TOKEN", cockpit.cookie("XSRF-TOKEN"));
        String api = "/camunda/api/engine/engine/default";
        // the token is a good one: what only asks is answered
        assertThat(cockpit.send("POST", api + "/task", "{}", "application/json", token)
                        .status())
                .isEqualTo(200);
        List<String> taken = writing()
                .map(call -> {
                    Task task = openTask("Task_Listen");
                    String path = filled((String) call.get()[1], task);
                    Answer answer = cockpit.send(
                            (String) call.get()[0],
                            api + path,
                            filled((String) call.get()[2], task),
                            "application/json",
                            token);
                    return answer.status() + " " + path;
                })
                .filter(answer -> !answer.startsWith("403 "))
                .toList();
        assertThat(taken).isEmpty();
    }

    private String filled(String text, Task task) {
        return text == null
                ? null
                : text.replace("{instance}", task.getProcessInstanceId())
                        .replace("{task}", task.getId())
                        .replace("{definition}", task.getProcessDefinitionId())
                        .replace(
                                "{filter}",
                                filterService
                                        .createFilterQuery()
                                        .filterName("Overdue")
                                        .singleResult()
                                        .getId())
                        .replace(
                                "{deployment}",
                                repositoryService
                                        .createProcessDefinitionQuery()
                                        .processDefinitionId(task.getProcessDefinitionId())
                                        .singleResult()
                                        .getDeploymentId());
    }

    @Test
    void a_deployment_is_not_taken_from_an_auditor_but_from_a_process_owner() {
        String boundary = "x";
        String body = """
                --x\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                by rest\r
                --x\r
                Content-Disposition: form-data; name="data"; filename="note.txt"\r
                Content-Type: text/plain\r
                \r
                note\r
                --x--\r
                """;
        String type = "multipart/form-data; boundary=" + boundary;

        for (Role role : new Role[] {Role.AUDITORS, Role.SERVICE_AGENTS, Role.DIRECTORS}) {
            assertThat(as(role).send("POST", "/engine-rest/deployment/create", body, type, Map.of())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(as(Role.PROCESS_OWNERS)
                        .send("POST", "/engine-rest/deployment/create", body, type, Map.of())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/process-definition",
                "/process-instance?businessKey=CMP-2026-000001",
                "/task",
                "/history/process-instance",
                "/history/task",
                "/history/variable-instance",
                "/history/user-operation",
                "/deployment",
                "/authorization",
                "/user"
            })
    void everything_is_there_to_read(String path) {
        Task task = openTask("Task_Decide");
        as(Role.SERVICE_MANAGERS)
                .post("/engine-rest/task/" + task.getId() + "/claim", "{\"userId\":\"u-service-managers\"}");

        Answer answer = as(Role.AUDITORS).get("/engine-rest" + path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().size()).isPositive();
    }
}
