package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.amends.modeling.FormRefusal;
import io.amends.staff.StaffAccounts;
import io.amends.tone.Hint;
import io.amends.tone.Hints;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** T-2: what staff write for the customer is looked at once; the choice is theirs. */
@Scenario
class ToneScenarios {

    private static final String PASSWORD = "a rather long secret";
    private static final String HARSH = "We try our best, but you must send the kettle back first.";
    private static final String KIND = "I will send a new kettle today. Could you send the old one back?";

    @Autowired
    ServiceDesk desk;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    TaskService tasks;

    @Autowired
    Hints hints;

    @Autowired
    MockMvc browser;

    private String caseNumber = "";

    @BeforeEach
    void a_case_whose_cause_is_known() {
        Staff.signUp(accounts);
        caseNumber = desk.complains(desk.somebody());
        desk.contacts("agent", caseNumber);
        desk.concludes("agent", caseNumber, "packaging");
    }

    @Test
    void words_that_customers_do_not_like_to_hear_are_shown_once_and_may_be_kept() {
        FormRefusal hint = isHeldBack(HARSH);

        assertThat(hint.field()).isEqualTo("explanation");
        assertThat(hint.getMessage().split("\n"))
                .hasSize(4)
                .startsWith("Before the customer reads this:")
                .endsWith("Change the words, or complete again to keep them.");
        assertThat(hint.getMessage())
                .contains("Explanation: “try our best” → I will …", "Explanation: “you must” → could you …");
        assertThat(desk.openTasks(caseNumber)).contains("Task_ProposeRemedy");
        assertThat(desk.letters(caseNumber)).doesNotContain("proposal");

        proposes(HARSH);

        assertThat(desk.letters(caseNumber)).contains("proposal");
        assertThat(hint()).satisfies(it -> {
            assertThat(it.userId()).isEqualTo("agent");
            assertThat(it.kept()).isTrue();
        });
    }

    @Test
    void words_that_were_changed_are_told_from_words_that_were_kept() throws Exception {
        isHeldBack(HARSH);
        proposes(KIND + " You must keep the parcel.");

        assertThat(hint().changed()).isFalse();
        assertThat(hint().kept()).isFalse();
        assertThat(hint().words())
                .extracting(Hint.Word::found, Hint.Word::kept)
                .containsExactly(tuple("“try our best”", false), tuple("“you must”", true));
        assertThat(record()).contains("Got a hint on words", "Changed some of the words after the hint");
    }

    @Test
    void the_second_time_passes_whatever_it_says() {
        isHeldBack(HARSH);
        proposes("Unfortunately this is impossible.");

        assertThat(hint().changed()).isTrue();
        assertThat(desk.letters(caseNumber)).contains("proposal");
    }

    @Test
    void well_chosen_words_go_through_without_a_word() {
        proposes(KIND);

        assertThat(hints.of(caseNumber)).isEmpty();
    }

    @Test
    void saying_sorry_is_right_where_the_remedy_is_an_apology() {
        Map<String, Object> without = proposal("We are sorry about the lid.");
        without.put("remedies", List.of("replacement"));
        FormRefusal hint = isHeldBack(without);
        assertThat(hint.getMessage()).contains("“sorry” → thank you");

        proposes("We are sorry about the lid.");

        assertThat(hint().changed()).as("the apology made the words right").isTrue();
    }

    @Test
    void every_text_of_the_form_that_reaches_the_customer_is_looked_at_and_no_other() {
        Map<String, Object> fields = proposal("我们尽力为您更换一个新的水壶。");
        fields.put("action1", "Send it as soon as possible");
        FormRefusal hint = isHeldBack(fields);
        assertThat(hint.findings()).extracting(FormRefusal.Finding::field).containsExactly("explanation", "action1");

        // what colleagues decide on is not for the customer: it went through as it was
        assertThat(desk.openTasks(caseNumber)).contains("Task_ProposeRemedy");
        String other = desk.complains(desk.somebody());
        desk.contacts("agent", other);
        desk.does(
                "agent",
                other,
                "Task_InvestigateCause",
                Map.of(
                        "nextStep", "conclude",
                        "cause", "packaging",
                        "causeParty", "seller",
                        "causeShare", 100,
                        "findings", "Unfortunately impossible to say; we try our best."));
        assertThat(hints.of(other)).isEmpty();
    }

    @Test
    void whoever_completes_without_the_form_gets_the_same_hint_and_the_same_choice() {
        String task = desk.openTask(caseNumber, "Task_ProposeRemedy").getId();
        Map<String, Object> fields = ServiceDesk.typed(proposal("It is not possible to repair it."));

        FormRefusal hint =
                catchThrowableOfType(FormRefusal.class, () -> desk.as("agent", () -> tasks.complete(task, fields)));
        assertThat(hint.getMessage()).contains("“not possible” → you can …");

        desk.as("agent", () -> tasks.complete(task, fields));
        desk.settle();
        assertThat(desk.letters(caseNumber)).contains("proposal");
    }

    @Test
    void somebody_else_gets_a_hint_of_their_own() {
        isHeldBack(HARSH);
        desk.givesBack("agent", caseNumber, "Task_ProposeRemedy");
        FormRefusal hint = catchThrowableOfType(
                FormRefusal.class, () -> desk.does("agent2", caseNumber, "Task_ProposeRemedy", proposal(HARSH)));

        assertThat(hint).isNotNull();
        assertThat(hints.of(caseNumber)).extracting(Hint::userId).containsExactly("agent", "agent2");
    }

    private FormRefusal isHeldBack(String explanation) {
        return isHeldBack(proposal(explanation));
    }

    private FormRefusal isHeldBack(Map<String, Object> fields) {
        FormRefusal hint = catchThrowableOfType(
                FormRefusal.class, () -> desk.does("agent", caseNumber, "Task_ProposeRemedy", fields));
        assertThat(hint).as("a hint").isNotNull();
        return hint;
    }

    private void proposes(String explanation) {
        desk.does("agent", caseNumber, "Task_ProposeRemedy", proposal(explanation));
    }

    private Map<String, Object> proposal(String explanation) {
        Map<String, Object> fields = desk.proposal(40);
        fields.put("explanation", explanation);
        return fields;
    }

    private Hint hint() {
        assertThat(hints.of(caseNumber)).hasSize(1);
        return hints.of(caseNumber).get(0);
    }

    private List<String> record() throws Exception {
        String timeline = browser.perform(
                        get("/api/cases/{n}/timeline", caseNumber).with(httpBasic("auditor", PASSWORD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(timeline, "$[*].what");
    }
}
