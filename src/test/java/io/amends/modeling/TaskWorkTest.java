package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Who may take, give and finish a task. */
class TaskWorkTest extends RestTest {

    private static final Map<String, Object> ANSWER = Map.of("settled", "yes", "sure", true);

    @Test
    void a_task_is_claimed_for_oneself_and_from_ones_own_group() {
        Task task = ask();

        assertForbidden(claim("lawyer", task, "lawyer"), "another group");
        assertForbidden(claim("agent", task, "agent2"), "for oneself");
        assertDone(claim("agent", task, "agent"));
        assertForbidden(claim("agent2", task, "agent2"), "the task is with agent");
        assertDone(claim("agent", task, "agent"));
        assertDone(post("agent", "/task/" + task.getId() + "/unclaim", null));
        assertThat(task(task.getProcessInstanceId()).getAssignee()).isNull();
    }

    @Test
    void only_the_assignee_finishes_a_task_and_a_candidate_becomes_it() {
        Task task = ask();
        assertForbidden(submit("lawyer", task, ANSWER), "another group");
        tasks.setAssignee(task.getId(), "agent");
        assertForbidden(submit("agent2", task, ANSWER), "the task is with agent");
        assertForbidden(
                post("agent2", "/task/" + task.getId() + "/complete", variables(ANSWER)), "the task is with agent");
        tasks.setAssignee(task.getId(), null);

        assertDone(submit("agent2", task, ANSWER));

        assertThat(historyOf(task)).isEqualTo("agent2");
    }

    @Test
    void the_form_of_a_task_that_is_done_is_said_to_be_gone() {
        ResponseEntity<JsonNode> answer = get("agent", "/task/no-such-task/deployed-form");
        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(answer.getBody().path("message").asText()).contains("is done already");
    }

    @Test
    void a_task_that_is_done_is_said_to_be_gone() {
        Task task = ask();
        assertDone(submit("agent", task, ANSWER));

        var late = submit("agent2", task, ANSWER);

        assertThat(late.getStatusCode().value()).isEqualTo(404);
        assertThat(late.getBody().path("message").asText()).contains("somebody may have done it already");
    }

    @Test
    void only_leaders_give_a_task_to_somebody_and_only_to_somebody_it_is_for() {
        Task task = ask();

        assertForbidden(assign("agent", task, "agent2"), "for oneself");
        assertForbidden(assign("lead", task, "lawyer"), "not for lawyer");
        assertDone(assign("lead", task, "agent2"));
        assertForbidden(assign("agent", task, "agent"), "the task is with agent2");
        assertForbidden(assign("agent", task, null), "gives back");
        assertDone(assign("director", task, "lead"));
        assertForbidden(
                post("agent", "/task/" + task.getId() + "/delegate", Map.of("userId", "agent2")), "only a team lead");
        assertDone(post("lead", "/task/" + task.getId() + "/delegate", Map.of("userId", "agent")));
        assertDone(post("agent", "/task/" + task.getId() + "/resolve", Map.of()));
        assertThat(task(task.getProcessInstanceId()).getAssignee()).isEqualTo("lead");
    }

    @Test
    void nobody_climbs_above_their_own_group() {
        String process = runtime.createProcessInstanceByKey("plain").execute().getId();

        assertForbidden(assign("lead", task(process), "lead"), "not for lead");
        assertForbidden(claim("lead", task(process), "lead"), "another group");
        assertForbidden(
                post(
                        "lead",
                        "/task/" + task(process).getId() + "/identity-links",
                        Map.of("userId", "lead", "type", "candidate")),
                "the model says whose task it is");
        assertForbidden(
                post(
                        "lead",
                        "/task/" + task(process).getId() + "/identity-links",
                        Map.of("userId", "lead", "type", "assignee")),
                "the model says whose task it is");
        assertDone(claim("director", task(process), "director"));
        assertRefused(submit("director", task(process), Map.of("anything", 1)), "anything: is not a field");
        assertDone(submit("director", task(process), Map.of()));
    }

    @Test
    void an_update_of_a_task_hands_it_to_nobody() {
        Task task = ask();

        assertForbidden(
                call(
                        HttpMethod.PUT,
                        "agent",
                        "/task/" + task.getId(),
                        Map.of("name", task.getName() == null ? "" : task.getName(), "assignee", "agent2")),
                "for oneself");
        assertForbidden(
                call(HttpMethod.PUT, "agent", "/task/" + task.getId(), Map.of("owner", "agent")), "only a team lead");
    }

    @Test
    void what_would_go_round_the_form_is_for_administrators() {
        Task task = ask();
        tasks.setAssignee(task.getId(), "agent");
        String path = "/task/" + task.getId();

        assertForbidden(
                call(HttpMethod.PUT, "agent", path + "/variables/settled", Map.of("value", "yes")), "by its form");
        assertForbidden(call(HttpMethod.DELETE, "agent", path + "/variables/settled", null), "by its form");
        assertForbidden(
                call(HttpMethod.PUT, "agent", path + "/localVariables/settled", Map.of("value", "yes")), "by its form");
        assertForbidden(
                post("agent", path + "/variables", Map.of("modifications", Map.of("x", Map.of("value", 1)))),
                "by its form");
        assertForbidden(post("agent", path + "/bpmnError", Map.of("errorCode", "x")), "a task ends by its form");
        assertForbidden(
                post("agent", path + "/bpmnEscalation", Map.of("escalationCode", "x")), "a task ends by its form");
        assertDone(call(HttpMethod.PUT, "admin", path + "/variables/settled", Map.of("value", "yes")));
    }

    @Test
    void an_administrator_may_work_on_every_task_but_not_round_its_form() {
        Task task = ask();
        tasks.setAssignee(task.getId(), "agent");

        assertRefused(submit("admin", task, Map.of("settled", "yes")), "sure: is required");
        assertDone(submit("admin", task, ANSWER));
    }

    @Test
    void whoever_proposed_does_not_approve() {
        Task task = ask(Map.of("proposer", "agent"));
        assertDone(
                submit("agent", task, fields("settled", "no", "departments", new Json("[\"legal\"]"), "sure", true)));
        Task approval = task(task.getProcessInstanceId());

        assertRefused(claim("agent", approval, "agent"), "assignee: must be somebody other than who proposed");
        assertRefused(assign("lead", approval, "agent"), "assignee: must be somebody other than who proposed");
        assertRefused(
                submit("agent", approval, Map.of("approval", "yes")),
                "assignee: must be somebody other than who proposed");
        assertRefused(
                post("agent", "/task/" + approval.getId() + "/complete", variables(Map.of("approval", "yes"))),
                "assignee: must be somebody other than who proposed");
        assertThat(task(task.getProcessInstanceId()).getAssignee()).isNull();
        assertDone(submit("agent2", approval, Map.of("approval", "yes")));
    }

    @Test
    void of_two_who_finish_a_task_at_once_one_wins_and_the_other_is_told() {
        for (int i = 0; i < 10; i++) {
            Task task = ask();
            var first = CompletableFuture.supplyAsync(() -> submit("agent", task, ANSWER));
            var second = CompletableFuture.supplyAsync(() -> submit("agent2", task, ANSWER));

            assertThat(List.of(first.join(), second.join()))
                    .extracting(answer -> answer.getStatusCode().value())
                    .containsOnlyOnce(204)
                    .containsAnyOf(403, 404, 409);
            assertThat(task(task.getProcessInstanceId()).getTaskDefinitionKey()).isEqualTo("Task_Approve");
        }
    }

    @Test
    void a_completion_that_is_refused_claims_nothing() {
        Task task = ask();

        assertRefused(submit("agent", task, Map.of("settled", "yes")), "sure: is required");

        assertThat(task(task.getProcessInstanceId()).getAssignee()).isNull();
    }

    private ResponseEntity<JsonNode> claim(String caller, Task task, String user) {
        return post(caller, "/task/" + task.getId() + "/claim", Map.of("userId", user));
    }

    private ResponseEntity<JsonNode> assign(String caller, Task task, String user) {
        Map<String, Object> body = new HashMap<>();
        body.put("userId", user);
        return post(caller, "/task/" + task.getId() + "/assignee", body);
    }

    private String historyOf(Task task) {
        return get("admin", "/history/task?taskId=" + task.getId())
                .getBody()
                .path(0)
                .path("assignee")
                .asText();
    }
}
