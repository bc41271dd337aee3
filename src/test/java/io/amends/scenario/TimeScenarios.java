package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.amends.clock.Budget;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockChange;
import io.amends.clock.ClockPause;
import io.amends.complaint.CustomerVoice;
import io.amends.escalation.EscalationView;
import io.amends.escalation.Escalations;
import io.amends.letter.LetterView;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What staff trust the house for: that time is kept, that waiting for the customer costs nobody time, and that help is called. */
@Scenario
class TimeScenarios {

    private static final Budget A_BUSINESS_DAY = new Budget(1, Budget.Unit.BUSINESS_DAYS);
    private static final Budget TWO_BUSINESS_DAYS = new Budget(2, Budget.Unit.BUSINESS_DAYS);

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerVoice voice;

    @Autowired
    CaseClocks clocks;

    @Autowired
    Escalations escalations;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    @BeforeEach
    void staffIsThere() {
        Staff.signUp(accounts);
    }

    // ------------------------------------------------------------ the whole story

    @Test
    void an_s1_complaint_left_alone_calls_lead_manager_and_director_until_somebody_speaks_with_the_customer()
            throws Exception {
        String caseNumber = urgent();
        CaseClock firstContact = desk.clock(caseNumber, "first-contact");
        assertThat(desk.dueOf(caseNumber, "Task_ContactCustomer")).isEqualTo(firstContact.due());

        desk.neglects(caseNumber, "Task_ContactCustomer");
        assertThat(recipients(caseNumber, "clock-warning"))
                .contains("agent@amends.example", "agent2@amends.example")
                .doesNotContain("lead@amends.example");
        assertThat(called(caseNumber, "first-contact")).containsExactly("team-leads");
        assertThat(recipients(caseNumber, "escalation")).containsExactly("lead@amends.example");
        assertThat(desk.groupOf(caseNumber, "Task_AcknowledgeEscalation")).isEqualTo("team-leads");

        desk.comes(lastCall(caseNumber, "first-contact").windowUntil());
        assertThat(called(caseNumber, "first-contact")).containsExactly("team-leads", "service-managers");
        desk.does(
                "manager",
                caseNumber,
                "Task_AcknowledgeEscalation",
                Map.of("acknowledgement", "I call the customer at once."));
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_ContactCustomer");

        desk.comes(lastCall(caseNumber, "first-contact").actUntil());
        assertThat(called(caseNumber, "first-contact")).containsExactly("team-leads", "service-managers", "directors");
        assertThat(desk.lettersOf(caseNumber, "escalation"))
                .last()
                .extracting(LetterView::text)
                .asString()
                .contains("manager Example acknowledged", "I call the customer at once.");

        desk.contacts("agent", caseNumber);
        assertThat(desk.clock(caseNumber, "first-contact").met()).isNotNull();
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_InvestigateCause");
        assertThat(escalations.of(caseNumber)).singleElement().satisfies(over -> {
            assertThat(over.ended()).isNotNull();
            assertThat(over.endedWhy()).isEqualTo("The clock was met");
        });

        Instant due = desk.dueOf(caseNumber, "Task_InvestigateCause");
        asksCustomer(caseNumber);
        desk.comes(clocks.due(desk.now(), A_BUSINESS_DAY));
        answers(caseNumber);
        assertThat(desk.dueOf(caseNumber, "Task_InvestigateCause"))
                .isAfter(due)
                .isEqualTo(desk.clock(caseNumber, "resolve").due());

        desk.concludes("agent", caseNumber, "packaging");
        desk.proposes("agent", caseNumber, 40);
        voice.decided(caseNumber, true, null);
        desk.settle();
        desk.keepsPromise("agent", caseNumber);
        assertThat(desk.clock(caseNumber, "resolve").met()).isNotNull();
        int calls = desk.lettersOf(caseNumber, "escalation").size();
        desk.passes(Duration.ofDays(2));
        assertThat(desk.lettersOf(caseNumber, "escalation")).hasSize(calls);
        assertThat(clocks.of(caseNumber)).noneMatch(CaseClock::running);
        the_page_tells_it_all(caseNumber);
    }

    private void the_page_tells_it_all(String caseNumber) throws Exception {
        browser.perform(get("/api/cases/" + caseNumber + "/timeline").with(httpBasic("agent", "a rather long secret")))
                .andExpect(jsonPath("$[?(@.kind == 'clock')].what")
                        .value(hasItem(containsString("Gave the warning of the clock “First contact”"))))
                .andExpect(jsonPath("$[?(@.kind == 'clock')].what")
                        .value(hasItem(containsString("Clocks that may wait stand: waiting for the customer"))))
                .andExpect(jsonPath("$[?(@.kind == 'escalation')].what")
                        .value(hasItem(containsString("Called Team leads for help with “First contact”"))))
                .andExpect(jsonPath("$[?(@.kind == 'escalation')].what")
                        .value(hasItem(containsString("Nobody acknowledged in time. Called Service managers"))))
                .andExpect(jsonPath("$[?(@.kind == 'escalation' && @.who == 'manager')].what")
                        .value(hasItem(containsString("Acknowledged the call for help"))))
                .andExpect(jsonPath("$[?(@.kind == 'escalation')].what")
                        .value(hasItem(allOf(
                                containsString("The acknowledgement of"),
                                containsString("ran out, and “First contact” is still late")))))
                .andExpect(jsonPath("$[?(@.kind == 'escalation')].what")
                        .value(hasItem(containsString("ended: The clock was met"))))
                .andExpect(jsonPath("$[*].what").value(not(hasItem(containsString("Owner idle")))));
    }

    // ------------------------------------------------------------ waiting for the customer (C-2, K-14)

    @Test
    void while_we_wait_for_the_customer_our_clock_stands_and_nobody_is_warned() {
        String caseNumber = urgent();
        asksCustomer(caseNumber);
        CaseClock standing = desk.clock(caseNumber, "resolve");
        assertThat(standing.pausedSince()).isNotNull();

        desk.comes(clocks.due(desk.now(), TWO_BUSINESS_DAYS));
        assertThat(desk.now()).isAfter(standing.due());
        assertThat(desk.occurrences(caseNumber, "clock-warning")).doesNotContain("resolve-1");
        assertThat(called(caseNumber, "resolve")).isEmpty();

        answers(caseNumber);
        CaseClock resolve = desk.clock(caseNumber, "resolve");
        assertThat(resolve.pausedSince()).isNull();
        assertThat(resolve.due()).isAfter(desk.now());
        assertThat(desk.dueOf(caseNumber, "Task_InvestigateCause")).isEqualTo(resolve.due());
        assertThat(clocks.pauses(caseNumber))
                .singleElement()
                .extracting(ClockPause::why)
                .isEqualTo("waiting for the customer");

        desk.neglects(caseNumber, "Task_InvestigateCause");
        assertThat(called(caseNumber, "resolve")).containsExactly("team-leads");
    }

    @Test
    void a_case_closed_as_unanswered_has_no_clocks_and_an_answer_lets_them_run_on_where_they_stopped() {
        String caseNumber = desk.complains(desk.somebody());
        asksCustomer(caseNumber);
        Instant due = desk.clock(caseNumber, "resolve").due();
        for (int day = 0; desk.file(caseNumber).state().equals("open"); day++) {
            assertThat(day).as("days of silence").isLessThan(45);
            desk.passes(Duration.ofDays(1));
        }
        assertThat(desk.file(caseNumber).state()).isEqualTo("unanswered");
        assertThat(clocks.of(caseNumber)).noneMatch(CaseClock::running);
        assertThat(desk.clock(caseNumber, "resolve").stopped()).isNotNull();
        desk.passes(Duration.ofDays(30));
        assertThat(desk.letters(caseNumber)).doesNotContain("escalation");

        answers(caseNumber);
        CaseClock resolve = desk.clock(caseNumber, "resolve");
        assertThat(resolve.running()).isTrue();
        assertThat(resolve.occurrence()).isEqualTo(1);
        assertThat(resolve.due()).isAfter(due).isAfter(desk.now());
        assertThat(desk.dueOf(caseNumber, "Task_InvestigateCause")).isEqualTo(resolve.due());
    }

    @Test
    void the_regulators_clock_never_stands() {
        String caseNumber = desk.complains(desk.somebody());
        voice.regulatorInvolved(caseNumber, "Letter from the authority.");
        desk.settle();
        Instant due = desk.clock(caseNumber, "regulator").due();
        asksCustomer(caseNumber);
        desk.comes(clocks.due(desk.now(), TWO_BUSINESS_DAYS));
        assertThat(desk.clock(caseNumber, "regulator").pausedSince()).isNull();
        answers(caseNumber);
        assertThat(desk.clock(caseNumber, "regulator").due()).isEqualTo(due);
    }

    // ------------------------------------------------------------ set anew and started again (C-3, C-9)

    @Test
    void a_new_severity_sets_the_clocks_anew_from_receipt_and_keeps_their_pauses() {
        String caseNumber = desk.complains(desk.somebody());
        CaseClock before = desk.clock(caseNumber, "resolve");
        asksCustomer(caseNumber);
        desk.comes(clocks.due(desk.now(), A_BUSINESS_DAY));
        answers(caseNumber);
        Instant moved = desk.clock(caseNumber, "resolve").due();
        Instant spoken = desk.clock(caseNumber, "first-contact").met();

        voice.mediaThreat(caseNumber, "Will call the local paper.");
        desk.settle();

        CaseClock anew = desk.clock(caseNumber, "resolve");
        assertThat(anew.start()).isEqualTo(before.start());
        assertThat(anew.budget()).isEqualTo(TWO_BUSINESS_DAYS);
        assertThat(anew.due()).isAfter(clocks.due(before.start(), TWO_BUSINESS_DAYS));
        assertThat(desk.dueOf(caseNumber, "Task_InvestigateCause")).isEqualTo(anew.due());
        assertThat(desk.clock(caseNumber, "first-contact").met()).isEqualTo(spoken);
        assertThat(clocks.changes(caseNumber))
                .filteredOn(change -> change.name().equals("resolve"))
                .extracting(ClockChange::due)
                .containsExactly(moved);
    }

    @Test
    void a_case_that_reopens_starts_its_clocks_again_and_help_is_called_for_once_more() {
        String caseNumber = desk.complains(desk.somebody());
        desk.neglects(caseNumber, "Task_ContactCustomer");
        desk.resolves(caseNumber, voice);
        voice.surveyAnswered(caseNumber, 3, null, null, null, null, null);
        desk.settle();
        desk.does(
                "lead",
                caseNumber,
                "Task_CallDissatisfiedCustomer",
                Map.of("callNote", "The new kettle leaks, too.", "callResult", "reopen"));

        CaseClock again = desk.clock(caseNumber, "first-contact");
        assertThat(again.running()).isTrue();
        assertThat(again.occurrence()).isEqualTo(2);
        assertThat(desk.clock(caseNumber, "resolve").running()).isTrue();
        assertThat(desk.dueOf(caseNumber, "Task_ContactCustomer")).isEqualTo(again.due());

        desk.neglects(caseNumber, "Task_ContactCustomer");
        assertThat(desk.occurrences(caseNumber, "escalation")).contains("first-contact-1-1", "first-contact-2-1");
        assertThat(desk.lettersOf(caseNumber, "clock-warning"))
                .filteredOn(letter -> letter.occurrence().equals("first-contact-2"))
                .as("the owner has the task this time")
                .extracting(LetterView::recipient)
                .containsExactly("agent@amends.example");
    }

    // ------------------------------------------------------------ the end of it (C-7)

    @Test
    void a_withdrawal_stops_clocks_and_calls_for_help_at_once() {
        String caseNumber = urgent();
        desk.neglects(caseNumber, "Task_ContactCustomer");
        assertThat(desk.openTasks(caseNumber)).contains("Task_AcknowledgeEscalation");

        voice.withdrawn(caseNumber, "It works now.");
        desk.settle();

        assertThat(desk.openTasks(caseNumber)).isEmpty();
        assertThat(clocks.of(caseNumber)).noneMatch(CaseClock::running);
        assertThat(desk.clock(caseNumber, "first-contact").met()).isNull();
        assertThat(desk.clock(caseNumber, "first-contact").stopped()).isNotNull();
        assertThat(escalations.of(caseNumber)).allMatch(over -> over.ended() != null);
        int letters = desk.letters(caseNumber).size();
        desk.passes(Duration.ofDays(10));
        assertThat(desk.letters(caseNumber)).hasSize(letters);
    }

    @Test
    void an_answer_to_the_customer_meets_every_clock_of_the_case() {
        String caseNumber = desk.complains(desk.somebody());
        desk.resolves(caseNumber, voice);
        voice.surveyAnswered(caseNumber, 9, null, null, null, null, null);
        desk.settle();
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
        assertThat(List.of("acknowledge", "first-contact", "resolve", "final-response"))
                .allSatisfy(name ->
                        assertThat(desk.clock(caseNumber, name).met()).as(name).isNotNull());
    }

    // ------------------------------------------------------------ helpers

    private String urgent() {
        return desk.complains(desk.complaint(desk.somebody()).safetyRisk().build());
    }

    private void asksCustomer(String caseNumber) {
        if (desk.openTasks(caseNumber).contains("Task_ContactCustomer")) {
            desk.contacts("agent", caseNumber);
        }
        desk.does(
                "agent",
                caseNumber,
                "Task_InvestigateCause",
                Map.of("nextStep", "ask-customer", "customerQuestion", "Was the parcel wet?"));
    }

    private void answers(String caseNumber) {
        voice.replied(caseNumber, "Yes, it was.");
        desk.settle();
    }

    private List<String> recipients(String caseNumber, String letter) {
        return desk.lettersOf(caseNumber, letter).stream()
                .map(LetterView::recipient)
                .toList();
    }

    /** Which groups were called for a clock, in order. */
    private List<String> called(String caseNumber, String clock) {
        return calls(caseNumber, clock).stream().map(EscalationView.Call::group).toList();
    }

    private EscalationView.Call lastCall(String caseNumber, String clock) {
        List<EscalationView.Call> calls = calls(caseNumber, clock);
        return calls.get(calls.size() - 1);
    }

    private List<EscalationView.Call> calls(String caseNumber, String clock) {
        return escalations.of(caseNumber).stream()
                .filter(one -> one.clock().equals(clock))
                .flatMap(one -> one.calls().stream())
                .toList();
    }
}
