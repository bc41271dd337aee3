package io.amends.scenario;

import static io.amends.scenario.ServiceDesk.contactFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.complaint.CustomerVoice;
import io.amends.escalation.EscalationView;
import io.amends.escalation.Escalations;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.modeling.FormRefusal;
import io.amends.promise.PromiseRow;
import io.amends.promise.PromisedTo;
import io.amends.promise.Promises;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What anybody promises a customer on the way: a task with its date, watched until it is kept (K-8, C-4). */
@Scenario
class PromiseScenarios {

    private static final String CALL_BACK = "Call back with the date of the repair";

    @Autowired
    ServiceDesk desk;

    @Autowired
    Promises promises;

    @Autowired
    CaseClocks clocks;

    @Autowired
    Escalations escalations;

    @Autowired
    Letters letters;

    @Autowired
    CustomerVoice voice;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    MockMvc browser;

    private String customer = "";
    private String caseNumber = "";

    @BeforeEach
    void a_complaint() {
        Staff.signUp(accounts);
        customer = desk.somebody();
        caseNumber = desk.complains(customer);
    }

    // ------------------------------------------------------------ made

    @Test
    void a_promise_made_on_the_case_page_is_a_task_with_its_date_for_whoever_keeps_it() throws Exception {
        promise(filled()).andExpect(redirectedUrl("/cases/" + caseNumber)).andExpect(flash().attributeExists("done"));
        desk.settle();

        assertThat(desk.openTasks(caseNumber)).contains("Task_KeepPromise");
        assertThat(desk.groupOf(caseNumber, "Task_KeepPromise")).isEqualTo("team-leads");
        assertThat(desk.openTask(caseNumber, "Task_KeepPromise").getDueDate().toInstant())
                .isEqualTo(clock().due());
        assertThat(only().madeBy()).isEqualTo("agent");
        page().andExpect(content()
                .string(allOf(
                        containsString(CALL_BACK),
                        containsString("kept by <span>Team leads</span>"),
                        containsString("Promise: " + CALL_BACK),
                        containsString("Promised the customer “" + CALL_BACK + "”"))));
    }

    @Test
    void a_promise_made_while_speaking_with_the_customer_is_picked_up_from_the_form_of_the_step() {
        desk.does("agent", caseNumber, "Task_ContactCustomer", contactWith(promised()));

        assertThat(only().what()).isEqualTo(CALL_BACK);
        assertThat(only().to()).isEqualTo(PromisedTo.CUSTOMER);
        assertThat(only().madeBy()).isEqualTo("agent");
        assertThat(desk.openTasks(caseNumber)).contains("Task_KeepPromise", "Task_InvestigateCause");
    }

    @Test
    void the_customer_reads_on_their_page_what_was_promised_to_them_and_nothing_else() throws Exception {
        promise(filled());
        Map<String, String> internal = filled();
        internal.put("promisedWhat", "Ask the workshop why");
        internal.remove("promisedOutside");
        promise(internal);

        String link = PostOffice.linksInLastMailFor(customer).get(0);
        browser.perform(get(link))
                .andExpect(content()
                        .string(allOf(containsString(CALL_BACK), not(containsString("Ask the workshop why")))));

        desk.settle();
        desk.keepsPromise("lead", caseNumber);
        desk.keepsPromise("lead", caseNumber);
        browser.perform(get(link)).andExpect(content().string(containsString("Done on")));
    }

    // ------------------------------------------------------------ watched

    @Test
    void whoever_keeps_it_is_warned_when_three_quarters_of_the_time_are_over() throws Exception {
        promise(filled());
        desk.settle();
        desk.reassign(caseNumber, "Task_KeepPromise", "lead");

        until(clock().warnAt());

        assertThat(clock().warned()).isNotNull();
        assertThat(letters.of(caseNumber))
                .filteredOn(letter -> letter.letter().equals("clock-warning"))
                .extracting(LetterView::recipient)
                .contains("lead@amends.example");
    }

    @Test
    void a_late_promise_calls_for_help_until_it_is_kept() throws Exception {
        promise(filled());
        desk.settle();

        until(clock().due());
        assertThat(ofPromise()).hasSize(1).allMatch(escalation -> escalation.ended() == null);
        assertThat(desk.openTasks(caseNumber)).contains("Task_AcknowledgeEscalation");
        page().andExpect(content().string(containsString("<h3>Promise: " + CALL_BACK)));

        desk.keepsPromise("lead", caseNumber);

        assertThat(ofPromise()).hasSize(1).allMatch(escalation -> escalation.ended() != null);
        assertThat(only().keptBy()).isEqualTo("lead");
        assertThat(clock().met()).isNotNull();
        api().andExpect(jsonPath("$.promises[0].kept").isNotEmpty())
                .andExpect(jsonPath("$.escalations[?(@.clock == '" + clockName() + "')].calls[0].group")
                        .value("team-leads"));
    }

    @Test
    void a_promise_is_moved_only_with_a_word_to_the_customer_and_a_second_breach_is_told_anew() throws Exception {
        promise(filled());
        desk.settle();
        until(clock().due());
        Instant firstDue = clock().due();

        moves("lead", 6);

        assertThat(PostOffice.subjectsFor(customer)).anyMatch(subject -> subject.contains("has moved"));
        assertThat(clock().occurrence()).isEqualTo(2);
        assertThat(clock().met()).isNull();
        assertThat(clocks.changes(caseNumber))
                .filteredOn(change -> change.name().equals(clockName()))
                .hasSize(1)
                .allSatisfy(change -> {
                    assertThat(change.due()).isEqualTo(firstDue);
                    assertThat(change.met()).as("moved is not kept").isNull();
                    assertThat(change.stopped()).isNotNull();
                });
        assertThat(only().moves()).hasSize(1).allMatch(move -> "lead".equals(move.movedBy()));

        until(clock().due());

        assertThat(ofPromise()).extracting(EscalationView::occurrence).containsExactly(1, 2);
        assertThat(ofPromise().get(0).ended()).isNotNull();
        assertThat(ofPromise().get(1).ended()).isNull();
        page().andExpect(content()
                .string(allOf(
                        containsString("moved from"),
                        containsString("The workshop waits for a part."),
                        containsString("Runs for the 2nd time"),
                        containsString("Moved the promise “" + CALL_BACK + "”"))));
    }

    @Test
    void the_form_of_a_moved_promise_opens_without_last_times_answer() throws Exception {
        promise(filled());
        desk.settle();

        moves("lead", 6);

        assertThat(desk.openTask(caseNumber, "Task_KeepPromise")).isNotNull();
        assertThat(desk.valueSeenBy(caseNumber, "Task_KeepPromise", "kept")).isNull();
        assertThat(desk.valueSeenBy(caseNumber, "Task_KeepPromise", "newDue")).isNull();
    }

    // ------------------------------------------------------------ refused

    @Test
    void a_promise_that_nobody_could_keep_is_refused_by_the_name_of_its_field_and_nothing_is_lost() throws Exception {
        refused("promisedWhat", " ", "What was promised is required.");
        refused("promisedWhat", "x".repeat(301), "What was promised must have at most 300 characters.");
        refused("promisedGroup", "", "Who keeps it is required.");
        refused("promisedGroup", "auditors", "Who keeps it must be one of service-agents");
        refused("promisedDue", "", "By when is required.");
        refused("promisedDue", "next Friday", "By when must be a date such as");
        refused("promisedDue", desk.today().minusDays(1).toString(), "By when must not have passed.");
        refused("promisedDue", desk.today().plusYears(3).toString(), "By when must not be later than");
        assertThat(promises.of(caseNumber)).isEmpty();
    }

    @Test
    void a_form_refuses_it_by_the_same_names_and_the_step_stays_open() {
        Map<String, Object> noDate = promised();
        noDate.remove("promisedDue");
        assertRefused(noDate, "promisedDue");
        Map<String, Object> tooFar = promised();
        tooFar.put("promisedDue", desk.today().plusYears(3).toString());
        assertRefused(tooFar, "promisedDue: must not be later than");
        assertThat(desk.openTasks(caseNumber)).contains("Task_ContactCustomer");
        assertThat(promises.of(caseNumber)).isEmpty();
    }

    @Test
    void nothing_can_be_promised_on_a_case_that_was_withdrawn() throws Exception {
        voice.withdrawn(caseNumber, "Bought elsewhere");
        desk.settle();

        page().andExpect(content().string(not(containsString("Make a promise"))));
        promise(filled())
                .andExpect(status().isBadRequest())
                .andExpect(
                        content().string(containsString("This cannot be promised any more, for the case is closed")));
        assertThat(promises.of(caseNumber)).isEmpty();
    }

    @Test
    void an_auditor_reads_promises_and_makes_none() throws Exception {
        browser.perform(asked(filled()).with(user("auditor").roles("auditors")).with(csrf()))
                .andExpect(status().is4xxClientError());
        browser.perform(asked(filled()).with(user("agent").roles("service-agents")))
                .andExpect(status().isForbidden());
        assertThat(promises.of(caseNumber)).isEmpty();
    }

    @Test
    void in_the_tab_of_the_tasklist_the_page_stays_in_its_frame() throws Exception {
        Map<String, String> embedded = filled();
        embedded.put("embed", "true");
        promise(embedded).andExpect(redirectedUrl("/cases/" + caseNumber + "?embed=1"));
        embedded.put("promisedDue", "");
        promise(embedded).andExpect(content().string(not(containsString("class=\"masthead\""))));
    }

    // ------------------------------------------------------------ how it is said

    private Map<String, String> filled() {
        return new HashMap<>(Map.of(
                "promisedWhat",
                CALL_BACK,
                "promisedGroup",
                "team-leads",
                "promisedDue",
                desk.today().plusDays(6).toString(),
                "promisedOutside",
                "true"));
    }

    private Map<String, Object> promised() {
        return new HashMap<>(Map.of(
                "promisedWhat",
                CALL_BACK,
                "promisedGroup",
                "service-agents",
                "promisedDue",
                desk.today().plusDays(6).toString()));
    }

    private static Map<String, Object> contactWith(Map<String, Object> more) {
        Map<String, Object> fields = contactFields("no");
        fields.putAll(more);
        return fields;
    }

    private void moves(String who, int days) {
        desk.does(
                who,
                caseNumber,
                "Task_KeepPromise",
                Map.of(
                        "kept",
                        "moved",
                        "newDue",
                        desk.today().plusDays(days).toString(),
                        "movedReason",
                        "The workshop waits for a part."));
    }

    private void refused(String field, String value, String sentence) throws Exception {
        Map<String, String> fields = filled();
        fields.put(field, value);
        promise(fields)
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString(sentence),
                                containsString("aria-describedby=\"" + field + "-wrong\""),
                                containsString("<details class=\"action\" open"))));
    }

    private void assertRefused(Map<String, Object> promise, String named) {
        assertThatThrownBy(() -> desk.does("agent", caseNumber, "Task_ContactCustomer", contactWith(promise)))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining(named);
    }

    private ResultActions promise(Map<String, String> fields) throws Exception {
        return browser.perform(
                asked(fields).with(user("agent").roles("service-agents")).with(csrf()));
    }

    private MockHttpServletRequestBuilder asked(Map<String, String> fields) {
        MockHttpServletRequestBuilder request = post("/cases/{n}/promises", caseNumber);
        fields.forEach(request::param);
        return request;
    }

    private ResultActions page() throws Exception {
        return browser.perform(get("/cases/" + caseNumber).with(user("agent").roles("service-agents")));
    }

    private ResultActions api() throws Exception {
        return browser.perform(get("/api/cases/" + caseNumber).with(httpBasic("agent", "a rather long secret")));
    }

    private void until(Instant moment) {
        desk.passes(Duration.between(desk.now(), moment).plusMinutes(1));
    }

    private PromiseRow only() {
        List<PromiseRow> all = promises.of(caseNumber);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String clockName() {
        return "promise-" + only().id();
    }

    private CaseClock clock() {
        return clocks.find(caseNumber, clockName()).orElseThrow();
    }

    private List<EscalationView> ofPromise() {
        return escalations.of(caseNumber).stream()
                .filter(escalation -> escalation.clock().equals(clockName()))
                .toList();
    }
}
