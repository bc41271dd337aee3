package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every completion is checked against the form that was shown. */
class TaskFormTest extends RestTest {

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "complete", "resolve"})
    void a_missing_mistyped_or_unknown_field_is_refused_by_name_and_changes_nothing(String address) {
        Task task = ask();
        tasks.setAssignee(task.getId(), "agent");

        var answer = post(
                "agent",
                "/task/" + task.getId() + "/" + address,
                variables(fields("settled", "maybe", "amount", "5", "stranger", "x")));

        assertRefused(
                answer,
                "stranger: is not a field of this form",
                "settled: is not one of its options (Settled?)",
                "amount: must be a number (Amount)",
                "sure: is required (I am sure)");
        assertThat(task(task.getProcessInstanceId()).getId()).isEqualTo(task.getId());
        assertThat(runtime.getVariables(task.getProcessInstanceId())).isEmpty();
    }

    @Test
    void values_are_kept_as_stable_types_and_what_was_not_answered_as_null() {
        Task task = ask();

        assertDone(submit(
                "agent",
                task,
                fields(
                        "settled",
                        "no",
                        "departments",
                        new Json("[\"legal\",\"communications\"]"),
                        "note",
                        "Please look",
                        "noteWhen",
                        "2026-03-20",
                        "amount",
                        5,
                        "share",
                        40.0,
                        "sure",
                        true,
                        "mail",
                        "a@b.example",
                        "phone",
                        "+44 20 7946 0123",
                        "code",
                        "AB12",
                        "at",
                        "2026-11-22T10:00Z",
                        "time",
                        "10:00",
                        "tags",
                        new Json("[]"))));

        Map<String, Object> kept = runtime.getVariables(task.getProcessInstanceId());
        assertThat(kept)
                .containsEntry("departments", List.of("legal", "communications"))
                .containsEntry("amount", 5.0d)
                .containsEntry("share", 40)
                .containsEntry("again", false)
                .containsEntry("noteWhen", "2026-03-20")
                .containsEntry("who", null)
                .containsEntry("tags", null)
                .doesNotContainKeys("proposer", "frozen");
    }

    @Test
    void a_list_goes_through_a_diagram() {
        Task task = ask();
        assertDone(submit(
                "agent",
                task,
                fields("settled", "no", "departments", new Json("[\"legal\",\"communications\"]"), "sure", true)));
        Task approval = task(task.getProcessInstanceId());

        assertDone(submit("lead", approval, fields("approval", "yes")));

        assertThat(tasks.createTaskQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .list())
                .extracting(Task::getAssignee)
                .containsExactlyInAnyOrder("legal", "communications");
    }

    @Test
    void a_step_done_again_keeps_no_stale_answers() {
        Task task = ask();
        assertDone(submit(
                "agent",
                task,
                fields("settled", "no", "departments", new Json("[\"legal\"]"), "note", "First try", "sure", true)));
        assertDone(submit(
                "lead", task(task.getProcessInstanceId()), fields("approval", "no", "approvalReason", "Ask again")));

        assertDone(submit("agent2", task(task.getProcessInstanceId()), fields("settled", "yes", "sure", true)));

        assertThat(runtime.getVariables(task.getProcessInstanceId()))
                .containsEntry("note", null)
                .containsEntry("departments", null)
                .containsEntry("settled", "yes");
    }

    @Test
    void a_list_can_be_sent_again_with_the_type_it_is_kept_as() {
        Task task = ask();
        assertDone(submit("agent", task, fields("settled", "yes", "sure", true)));
        assertDone(submit(
                "lead", task(task.getProcessInstanceId()), fields("approval", "no", "approvalReason", "Ask again")));
        Task again = task(task.getProcessInstanceId());
        var shown = get("agent", "/task/" + again.getId() + "/form-variables?deserializeValues=false")
                .getBody();
        assertThat(shown.path("departments").path("type").asText()).isEqualTo("Json");
        assertDone(
                submit("agent", again, fields("settled", "no", "departments", new Json("[\"legal\"]"), "sure", true)));
        assertDone(submit(
                "lead", task(task.getProcessInstanceId()), fields("approval", "no", "approvalReason", "Once more")));

        Task third = task(task.getProcessInstanceId());
        var kept = get("agent", "/task/" + third.getId() + "/form-variables?deserializeValues=false")
                .getBody()
                .path("departments");
        assertThat(kept.path("value").asText()).isEqualTo("[\"legal\"]");
        var sent = Map.of(
                "variables",
                Map.of(
                        "settled",
                        Map.of("value", "no"),
                        "sure",
                        Map.of("value", true),
                        "departments",
                        Map.of(
                                "type",
                                "Object",
                                "value",
                                "[\"communications\"]",
                                "valueInfo",
                                kept.path("valueInfo"))));
        assertDone(post("agent", "/task/" + third.getId() + "/submit-form", sent));
        assertThat(runtime.getVariable(task.getProcessInstanceId(), "departments"))
                .isEqualTo(List.of("communications"));
    }

    @Test
    void a_hidden_field_is_neither_required_nor_taken() {
        Task task = ask();

        assertRefused(
                submit("agent", task, fields("settled", "yes", "sure", true, "note", "sneaked in")),
                "note: is not asked for here (Note)");
        assertRefused(
                submit("agent", task, fields("settled", "no", "sure", true)), "departments: is required (Ask whom)");
        assertRefused(
                submit(
                        "agent",
                        task,
                        fields(
                                "settled",
                                "no",
                                "sure",
                                true,
                                "departments",
                                new Json("[\"legal\"]"),
                                "note",
                                "",
                                "noteWhen",
                                "2026-03-20")),
                "noteWhen: is not asked for here");
        assertDone(submit("agent", task, fields("settled", "yes", "sure", true)));
    }

    @Test
    void facts_decide_what_is_asked_and_what_can_be_chosen() {
        Task task = ask(Map.of("two", true));

        assertRefused(submit("agent", task, fields("settled", "yes", "sure", true)), "who: is required");
        assertRefused(
                submit("agent", task, fields("settled", "yes", "sure", true, "who", "3")),
                "who: is not one of its options");
        assertDone(submit("agent", task, fields("settled", "yes", "sure", true, "who", "2")));
    }

    @Test
    void each_kind_of_field_has_its_checks() {
        Task task = ask();

        assertRefused(
                submit(
                        "agent",
                        task,
                        fields(
                                "settled",
                                "no",
                                "departments",
                                new Json("[\"moon\"]"),
                                "note",
                                "x",
                                "noteWhen",
                                "2026-02-01",
                                "amount",
                                12.345,
                                "share",
                                101,
                                "sure",
                                false,
                                "again",
                                "yes",
                                "mail",
                                "nobody",
                                "phone",
                                "call me",
                                "code",
                                7,
                                "at",
                                "tomorrow",
                                "time",
                                "25:00",
                                "tags",
                                "a",
                                "frozen",
                                "melted")),
                "departments: holds what is not one of its options",
                "note: must have at least 3 characters",
                "noteWhen: must not have passed",
                "amount: must have at most 2 decimal digits",
                "share: must be at most 100",
                "sure: must be ticked",
                "again: must be true or false",
                "mail: must be a mail address",
                "phone: must be a phone number",
                "code: must be text",
                "at: must be a date and time",
                "time: must be a time",
                "tags: must be a list",
                "frozen: is shown only");
        assertRefused(
                submit(
                        "agent",
                        task,
                        fields(
                                "settled",
                                1,
                                "amount",
                                -1,
                                "share",
                                1.5,
                                "sure",
                                "true",
                                "code",
                                "x1",
                                "note",
                                "a\u0000b",
                                "at",
                                5)),
                "settled: is not one of its options",
                "amount: must be at least 0",
                "share: must be a whole number",
                "sure: must be true or false",
                "code: must match the pattern",
                "at: must be a date and time");
    }

    @Test
    void what_is_too_long_to_keep_is_refused_and_blank_text_is_missing() {
        Task task = ask();
        tasks.complete(task.getId(), fields("settled", "yes", "sure", true));
        Task approval = task(task.getProcessInstanceId());

        assertRefused(
                submit("lead", approval, fields("approval", "no", "approvalReason", "x".repeat(4001))),
                "approvalReason: must have at most 4000");
        assertRefused(
                submit("lead", approval, fields("approval", "no", "approvalReason", "  ")),
                "approvalReason: is required");
        assertRefused(
                submit("lead", approval, fields("approval", "no", "approvalReason", "two\u0000words")),
                "control characters");
        assertDone(submit("lead", approval, fields("approval", "no", "approvalReason", "第一\nsecond line")));
    }

    @Test
    void a_value_with_a_strange_type_is_refused_by_name() {
        Task task = ask();
        var sent = Map.of(
                "variables",
                Map.of(
                        "settled",
                        Map.of("value", "yes"),
                        "sure",
                        Map.of("value", true),
                        "code",
                        Map.of("value", "rO0ABQ==", "type", "Bytes"),
                        "departments",
                        Map.of(
                                "value",
                                "rO0ABQ==",
                                "type",
                                "Object",
                                "valueInfo",
                                Map.of(
                                        "objectTypeName",
                                        "java.util.ArrayList",
                                        "serializationDataFormat",
                                        "application/x-java-serialized-object")),
                        "tags",
                        Map.of("type", "Json")));

        assertRefused(
                post("agent", "/task/" + task.getId() + "/submit-form", sent),
                "code: must be text",
                "departments: is not asked for here");
    }

    @Test
    void our_own_code_passes_through_the_same_form() {
        Task task = ask();

        assertThatThrownBy(() -> tasks.complete(task.getId(), fields("settled", "yes", "sure", true, "amount", "abc")))
                .isInstanceOfSatisfying(FormRefusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("amount");
                    assertThat(refusal.reason()).isEqualTo("must be a number");
                    assertThat(refusal.findings()).hasSize(1);
                });
        tasks.complete(task.getId(), fields("settled", "yes", "sure", true, "amount", 2));
        assertThat(runtime.getVariable(task.getProcessInstanceId(), "amount")).isEqualTo(2.0d);
    }

    @Test
    void a_form_opens_with_the_facts_of_its_case() {
        Task task = ask();

        var shown = get("agent", "/task/" + task.getId() + "/form-variables?deserializeValues=false")
                .getBody();
        assertThat(shown.path("facts").path("type").asText()).isEqualTo("Json");
        assertThat(shown.path("facts").path("value").asText())
                .contains("\"customerName\":\"O'Neill <b>\"", "\"caseNumber\":\"ASK-T\"");
        assertThat(shown.path("rows").path("value").asText()).isEqualTo("[{\"what\":\"opened\"}]");
        assertThat(shown.path("ambiguous").path("value").isBoolean()).isTrue();

        var read = get("agent", "/task/" + task.getId() + "/form-variables").getBody();
        assertThat(read.path("facts").path("value").path("caseNumber").asText()).isEqualTo("ASK-T");

        var some = get(
                        "agent",
                        "/task/" + task.getId() + "/form-variables?variableNames=ambiguous&deserializeValues=false")
                .getBody();
        assertThat(some.fieldNames()).toIterable().containsExactly("ambiguous");
        assertThat(runtime.getVariables(task.getProcessInstanceId())).isEmpty();
    }
}
