package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every start by somebody goes by the start form. */
class StartFormTest extends RestTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identities;

    @Autowired
    FormService forms;

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "start"})
    void a_start_is_checked_and_handed_to_whoever_takes_the_form_over(String address) {
        var answer = post(
                "agent",
                "/process-definition/key/ask/" + address,
                variables(fields("subject", "A late parcel", "story", "x".repeat(9000), "urgent", true)));

        assertDone(answer);
        assertThat(answer.getBody().path("businessKey").asText()).startsWith("ASK-");
        assertThat(answer.getBody().path("id").asText())
                .isEqualTo(runtime.createProcessInstanceQuery().singleResult().getId());
        assertThat(askForm.taken)
                .singleElement()
                .isEqualTo(fields("subject", "A late parcel", "story", "x".repeat(9000), "urgent", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "start"})
    void a_start_that_does_not_fit_is_refused_by_name_and_starts_nothing(String address) {
        var answer = post(
                "agent",
                "/process-definition/key/ask/" + address,
                variables(fields("subject", "", "urgent", "yes", "severity", "S1")));

        assertRefused(
                answer,
                "severity: is not a field of this form",
                "subject: is required (What it is about)",
                "urgent: must be true or false (Urgent)");
        assertRefused(post("agent", "/process-definition/key/ask/" + address, Map.of()), "subject: is required");
        assertNothingStarted();
    }

    @Test
    void what_was_not_entered_arrives_as_null_and_an_untouched_box_as_false() {
        assertDone(post("agent", "/process-definition/key/ask/submit-form", variables(fields("subject", "by key"))));

        assertThat(askForm.taken).isEqualTo(List.of(fields("subject", "by key", "story", null, "urgent", false)));
    }

    @Test
    void the_case_number_is_the_houses_to_give() {
        assertRefused(
                post(
                        "agent",
                        "/process-definition/key/ask/submit-form",
                        Map.of(
                                "businessKey",
                                "MINE-1",
                                "variables",
                                Map.of("subject", Map.of("value", "A late parcel")))),
                "businessKey: is given by the house");
        assertNothingStarted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "start"})
    void a_form_that_nobody_takes_over_starts_its_process_with_what_was_checked(String address) {
        String path = "/process-definition/key/plain/" + address;
        assertRefused(
                post("agent", path, variables(fields("title", "x".repeat(21), "count", "3", "more", 1))),
                "more: is not",
                "title: must have at most 20",
                "count: must be a number");
        assertNothingStarted();

        assertDone(post("agent", path, variables(fields("title", "Ten"))));

        String id = runtime.createProcessInstanceQuery().singleResult().getId();
        assertThat(runtime.getVariables(id)).isEqualTo(fields("title", "Ten", "count", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "start"})
    void a_process_without_a_start_form_is_not_for_people_to_start(String address) {
        assertRefused(
                post("agent", "/process-definition/key/called/" + address, Map.of()),
                "process: is started by the house only");
        assertNothingStarted();
        assertDone(post("admin", "/process-definition/key/called/" + address, Map.of()));
    }

    @Test
    void there_is_no_way_round_the_start_form() {
        String task = ask().getProcessInstanceId();
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("ask")
                .singleResult()
                .getId();

        assertRefused(
                post("agent", "/message", Map.of("messageName", "ask-received", "businessKey", "X")),
                "messageName: starts a case");
        assertRefused(
                post("agent", "/message", Map.of("messageName", "ask-received", "all", true)),
                "messageName: starts a case");
        assertRefused(
                post(
                        "agent",
                        "/process-definition/key/ask/start",
                        Map.of(
                                "startInstructions",
                                List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_Approve")))),
                "startInstructions: are for administrators only");
        assertForbidden(
                post("agent", "/condition", Map.of("variables", Map.of("x", Map.of("value", 1)))), "by its form");
        assertForbidden(
                post(
                        "agent",
                        "/process-definition/" + definition + "/restart",
                        Map.of(
                                "processInstanceIds",
                                List.of(task),
                                "instructions",
                                List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_Approve")))),
                "by its form");
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(1);
        assertDone(post("admin", "/message", Map.of("messageName", "ask-received", "businessKey", "X")));
    }

    @Test
    void our_own_code_starts_what_it_needs() {
        runtime.createProcessInstanceByKey("called").execute();
        identities.setAuthentication("agent", List.of("service-agents"));
        try {
            runtime.startProcessInstanceByMessage("ask-received", "ASK-9", Map.of("two", true));
            Intake.run(() -> runtime.startProcessInstanceByKey("called"));
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("called"))
                    .isInstanceOf(FormRefusal.class);
        } finally {
            identities.clearAuthentication();
        }
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(3);
    }

    @Test
    void a_start_form_submitted_by_our_own_code_is_taken_over_as_well() {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("ask")
                .singleResult()
                .getId();

        assertThatThrownBy(() -> forms.submitStartForm(definition, Map.of("subject", 5)))
                .isInstanceOf(FormRefusal.class)
                .hasMessage("subject: must be text (What it is about)");
        Task task = task(
                forms.submitStartForm(definition, Map.of("subject", "Five")).getId());

        assertThat(task.getTaskDefinitionKey()).isEqualTo("Task_Answer");
    }

    private void assertNothingStarted() {
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(askForm.taken).isEmpty();
    }
}
