package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.amends.casefile.CaseDetails;
import io.amends.casefile.CaseFiles;
import io.amends.clock.HouseHours;
import io.amends.contact.Channel;
import io.amends.contact.ContactPolicy;
import io.amends.customer.Contact;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.lostcustomer.LostCustomer;
import io.amends.lostcustomer.LostCustomers;
import io.amends.modeling.FormRefusal;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** We talk with a lost customer: when it suits them, at different times of day, by letter where a call does not reach them (L-7, L-8). */
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoveryCallScenarios {

    private static final String CALL = "Task_MakeCall";

    private int told;

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerDirectory customers;

    @Autowired
    LostCustomers lostCustomers;

    @Autowired
    ContactPolicy policy;

    @Autowired
    List<CaseDetails> details;

    @Autowired
    CaseFiles cases;

    @Autowired
    HouseHours house;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc browser;

    @BeforeEach
    void staffIsThereAtHalfPastNineOnAWorkingDay() {
        Staff.signUp(accounts);
        told++;
        LocalDate day = desk.today().plusDays(1);
        while (house.on(day).isEmpty()) {
            day = day.plusDays(1);
        }
        desk.comes(day.atTime(9, 30).atZone(house.zone()).toInstant());
    }

    /** Only when every scenario was told: a single one cannot go every way. */
    @AfterAll
    void every_element_of_the_diagram_was_visited() {
        long scenarios = Arrays.stream(RecoveryCallScenarios.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (told == scenarios) {
            assertThat(desk.visitedElements()).containsAll(Elements.of(Set.of("recovery-call")));
        }
    }

    // ------------------------------------------------------------ the call (L-7)

    @Test
    void somebody_who_is_interested_is_talked_with_and_whoever_called_owns_the_case() {
        Lost lost = lost(null);
        assertThat(desk.groupOf(lost.number, CALL)).isEqualTo("retention");

        calls(lost, "interested", Map.of("customerWords", "I thought you had closed."));

        assertThat(result(lost)).isEqualTo("interested");
        assertThat(desk.file(lost.number).owner()).isEqualTo("retention");
        LostCustomer.Talk talk = row(lost).talk();
        assertThat(talk.tries()).isEqualTo(1);
        assertThat(talk.reachedAt()).isNotNull();
        assertThat(talk.result()).isEqualTo("interested");
        assertThat(row(lost).minutes()).isEqualTo(12);
        assertThat(words(lost)).containsExactly("I thought you had closed.");
        assertThat(policy.suppressed(Set.of(lost.customer)))
                .as("the call counts as a contact for all departments")
                .containsKey(lost.customer);
        assertThat(desk.lettersToCustomer(lost.number)).isEmpty();
    }

    @Test
    void who_wants_something_fixed_and_who_refuses_are_talked_with_too() {
        Lost fix = lost(null);
        calls(fix, "wants-fix", Map.of("customerWords", "The lid."));
        assertThat(result(fix)).isEqualTo("wants-fix");

        Lost no = lost(null);
        calls(no, "refuses", Map.of());
        assertThat(result(no)).isEqualTo("refuses");
        assertThat(customers.byNumber(no.customer).orElseThrow().doNotContact()).isFalse();
    }

    @Test
    void who_does_not_want_to_be_contacted_is_left_alone_by_everybody_at_once() {
        Lost lost = lost(null);
        calls(lost, "do-not-contact", Map.of("customerWords", "Stop it."));

        assertThat(result(lost)).isEqualTo("do-not-contact");
        assertThat(customers.byNumber(lost.customer).orElseThrow().doNotContact())
                .isTrue();
        desk.passes(Duration.ofDays(40));
        assertThat(desk.openTasks(lost.number)).isEmpty();
        assertThat(desk.lettersToCustomer(lost.number)).isEmpty();
    }

    @Test
    void the_call_sheet_tells_how_and_when_to_call_and_what_was_allowed() {
        Lost lost = lost("Mon-Fri 9-12");
        customers.setConsent(lost.customer, "phone", true);

        assertThat(sheet(lost))
                .containsEntry("phone", "+441632960001")
                .containsEntry("hours", "Mon-Fri 9-12; that is now")
                .containsEntry("hoursUnread", false)
                .containsEntry("tryWords", "First of 3 tries")
                .containsEntry("consent", "phone allowed, mail never asked about");
        Map<?, ?> facts = (Map<?, ?>) desk.shownBy(lost.number, CALL).get("facts");
        assertThat(facts.get("customerName")).isEqualTo("Robin <b>Lost</b>");
    }

    @Test
    void hours_that_no_program_can_read_are_shown_to_the_caller() {
        Lost lost = lost("not before my tea");
        assertThat(sheet(lost))
                .containsEntry("hoursUnread", true)
                .containsEntry("hoursWords", "not before my tea")
                .containsEntry("hours", "nothing known of their hours, so within ours; that is now");
    }

    @Test
    void what_is_promised_on_the_call_becomes_a_task() {
        Lost lost = lost(null);
        calls(
                lost,
                "interested",
                Map.of(
                        "promisedWhat",
                        "I will send you the new catalogue.",
                        "promisedGroup",
                        "retention",
                        "promisedDue",
                        desk.today().plusDays(5).toString()));
        assertThat(desk.openTasks(lost.number)).containsExactly("Task_KeepPromise");
        desk.keepsPromise("retention", lost.number);
        assertThat(desk.openTasks(lost.number)).isEmpty();
    }

    @Test
    void a_call_that_nobody_makes_in_48_hours_warns_and_then_calls_for_help() {
        Lost lost = lost(null);
        Instant begun = desk.now();
        assertThat(Duration.between(begun, desk.dueOf(lost.number, CALL)))
                .isBetween(Duration.ofHours(47), Duration.ofHours(48));
        desk.neglects(lost.number, CALL);
        calls(lost, "interested", Map.of());
        assertThat(desk.openTasks(lost.number)).as("help is no longer needed").isEmpty();
    }

    // ------------------------------------------------------------ another day, another time of day (L-8)

    @Test
    void who_names_a_day_is_called_on_that_day() {
        Lost lost = lost("afternoons");
        LocalDate day = desk.today().plusDays(20);
        assertThatThrownBy(() -> calls(lost, "not-now", Map.of()))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("callAgainOn");
        assertThatThrownBy(() -> calls(lost, "not-now", Map.of("callAgainOn", "2020-01-01")))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("callAgainOn");

        calls(lost, "not-now", Map.of("callAgainOn", day.toString()));

        assertThat(desk.openTasks(lost.number)).isEmpty();
        Instant next = nextTry(lost);
        assertThat(LocalDate.ofInstant(next, house.zone())).isAfterOrEqualTo(day);
        assertThat(local(next)).isEqualTo(LocalTime.of(13, 0));
        desk.comes(next);
        assertThat(sheet(lost)).containsEntry("tryWords", "First of 3 tries");
        calls(lost, "interested", Map.of());
        assertThat(result(lost)).isEqualTo("interested");
        assertThat(row(lost).talk().tries()).isEqualTo(2);
    }

    @Test
    void three_tries_are_made_at_three_times_of_day_then_a_letter_asks_and_silence_ends_it() {
        Lost lost = lost(null);
        List<LocalTime> times = new ArrayList<>(List.of(local(desk.now())));
        calls(lost, "not-reached", Map.of());
        for (int again = 2; again <= 3; again++) {
            assertThat(desk.openTasks(lost.number)).isEmpty();
            Instant next = nextTry(lost);
            desk.comes(next);
            times.add(local(next));
            calls(lost, "not-reached", Map.of());
        }
        assertThat(times).doesNotHaveDuplicates();
        assertThat(times.get(0)).isBefore(LocalTime.NOON);
        assertThat(times.get(1)).isBetween(LocalTime.of(11, 0), LocalTime.of(14, 30));
        assertThat(times.get(2)).isAfter(LocalTime.of(14, 0));
        assertThat(desk.lettersToCustomer(lost.number)).containsExactly("win-back");

        desk.passes(Duration.ofDays(20));
        assertThat(desk.openTasks(lost.number)).isEmpty();
        desk.passes(Duration.ofDays(2));

        assertThat(result(lost)).isEqualTo("not-reached");
        assertThat(row(lost).talk().tries()).isEqualTo(3);
        assertThat(row(lost).talk().result()).isEqualTo("not-reached");
        assertThat(row(lost).talk().reachedAt()).isNull();
    }

    @Test
    void whose_evenings_are_free_is_called_in_the_evening() {
        Lost lost = lost("Mon-Fri 18:00-20:00");
        calls(lost, "not-reached", Map.of());
        Instant next = nextTry(lost);
        assertThat(local(next)).isEqualTo(LocalTime.of(18, 40));
        assertThat(LocalDate.ofInstant(next, house.zone())).isEqualTo(desk.today());
    }

    @Test
    void a_wrong_number_is_not_called_again() {
        Lost lost = lost(null);
        calls(lost, "wrong-number", Map.of());
        assertThat(desk.lettersToCustomer(lost.number)).containsExactly("win-back");
        assertThat(row(lost).talk().reachedAt()).isNull();
    }

    @Test
    void without_a_number_and_without_a_letter_nobody_is_reached() {
        Lost lost = lost(null);
        customers.setConsent(lost.customer, "mail", false);
        desk.passes(Duration.ofMinutes(1));
        calls(lost, "not-reached", Map.of());
        desk.comes(nextTry(lost));
        calls(lost, "wrong-number", Map.of());
        assertThat(desk.lettersToCustomer(lost.number)).isEmpty();
        assertThat(result(lost)).isEqualTo("wrong-number");
    }

    // ------------------------------------------------------------ what the policy says (L-2)

    @Test
    void who_refuses_calls_gets_the_letter_at_once() {
        Lost lost = lost(null, customer -> customers.setConsent(customer, "phone", false));
        assertThat(desk.openTasks(lost.number)).isEmpty();
        assertThat(desk.lettersToCustomer(lost.number)).containsExactly("win-back");
    }

    @Test
    void who_asked_before_never_to_be_contacted_is_left_alone() {
        Lost lost = lost(null, customer -> customers.neverContactAgain(customer, "wrote so"));
        assertThat(desk.openTasks(lost.number)).isEmpty();
        assertThat(desk.lettersToCustomer(lost.number)).isEmpty();
        assertThat(result(lost)).isEqualTo("left-alone");
        assertThat(row(lost).talk().result()).isEqualTo("left-alone");
    }

    @Test
    void a_day_to_call_again_lies_within_a_year_and_stands_on_the_page_of_the_case() {
        Lost lost = lost(null);
        assertThatThrownBy(() -> calls(
                        lost,
                        "not-now",
                        Map.of(
                                "callAgainOn",
                                desk.today().plusYears(1).plusDays(1).toString())))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("a year ahead");
        calls(lost, "not-now", Map.of("callAgainOn", desk.today().plusDays(40).toString()));
        assertThat(details.stream()
                        .filter(one -> one.processKey().equals("lost-customer"))
                        .findFirst()
                        .orElseThrow()
                        .facts(lost.number))
                .containsKey("Call again on");
    }

    @Test
    void who_refused_calls_and_mail_is_left_alone() {
        Lost lost = lost(null, customer -> {
            customers.setConsent(customer, "phone", false);
            customers.setConsent(customer, "mail", false);
        });
        assertThat(desk.openTasks(lost.number)).isEmpty();
        assertThat(desk.lettersToCustomer(lost.number)).isEmpty();
        assertThat(result(lost)).isEqualTo("left-alone");
        assertThat(row(lost).talk().tries()).isZero();
    }

    @Test
    void whom_another_department_called_lately_is_called_when_the_month_is_over() {
        Lost lost = lost(
                null,
                customer -> policy.contacted(
                        customer, "CMP-2020-000001", Channel.PHONE, "service-agents", "asked how it went"));
        assertThat(desk.openTasks(lost.number)).isEmpty();
        desk.passes(Duration.ofDays(29));
        assertThat(desk.openTasks(lost.number)).isEmpty();
        desk.passes(Duration.ofDays(2));
        calls(lost, "interested", Map.of());
        assertThat(result(lost)).isEqualTo("interested");
    }

    // ------------------------------------------------------------ the answer to the letter

    @Test
    void who_would_like_to_come_back_is_talked_with() throws Exception {
        Lost lost = written();
        String link = answerLink(lost);
        assertThat(opened(link)).contains("What would you like?").contains("No, thank you");

        assertThat(answered(link, "wish", "come-back", "words", "<i>gladly</i>"))
                .contains("Welcome");

        assertThat(result(lost)).isEqualTo("interested");
        assertThat(row(lost).talk().result()).isEqualTo("interested");
        assertThat(row(lost).talk().reachedAt()).isNotNull();
        assertThat(opened(link)).contains("Welcome");
        answered(link, "wish", "no-thanks");
        assertThat(row(lost).talk().result()).as("the first answer counts").isEqualTo("interested");
    }

    @Test
    void who_wants_something_put_right_first_and_who_says_no_are_heard() throws Exception {
        Lost fix = written();
        answered(answerLink(fix), "wish", "fix-first", "words", "The lid");
        assertThat(result(fix)).isEqualTo("wants-fix");

        Lost no = written();
        assertThat(answered(answerLink(no), "wish", "no-thanks")).contains("leave it at that");
        assertThat(result(no)).isEqualTo("refuses");
    }

    @Test
    void who_asks_for_a_call_is_called_on_their_day_at_their_number_and_tries_begin_anew_once() throws Exception {
        Lost lost = written();
        LocalDate day = desk.today().plusDays(3);
        assertThat(answered(answerLink(lost), "wish", "call-me"))
                .as("the known number was wrong")
                .contains("a number on which we reach you");
        assertThat(answered(
                        answerLink(lost),
                        "wish",
                        "call-me",
                        "callOn",
                        day.toString(),
                        "phone",
                        "01632 960002",
                        "words",
                        "after lunch"))
                .contains("we will call you");

        Instant next = nextTry(lost);
        assertThat(LocalDate.ofInstant(next, house.zone())).isAfterOrEqualTo(day);
        desk.comes(next);
        assertThat(sheet(lost))
                .containsEntry("phone", "01632 960002")
                .containsEntry("tryWords", "First of 3 tries")
                .containsEntry("replyWords", "after lunch");
        calls(lost, "not-reached", Map.of());
        for (int again = 2; again <= 3; again++) {
            desk.comes(nextTry(lost));
            calls(lost, "not-reached", Map.of());
        }
        assertThat(desk.lettersToCustomer(lost.number)).as("one letter").containsExactly("win-back");
        assertThat(result(lost)).isEqualTo("not-reached");
    }

    @Test
    void who_asks_for_a_call_is_called_although_they_had_refused_calls() throws Exception {
        Lost lost = lost(null, customer -> customers.setConsent(customer, "phone", false));
        answered(answerLink(lost), "wish", "call-me");
        desk.comes(nextTry(lost));
        calls(lost, "interested", Map.of());
        assertThat(result(lost)).isEqualTo("interested");
    }

    @Test
    void an_answer_that_cannot_be_taken_is_asked_again() throws Exception {
        Lost lost = lost(null, customer -> customers.setConsent(customer, "phone", false));
        String link = answerLink(lost);
        assertThat(answered(link, "wish", "dance")).contains("one of the four");
        assertThat(answered(link, "words", "hello")).contains("one of the four");
        assertThat(answered(link, "wish", "call-me", "callOn", "2020-01-01")).contains("a day from today on");
        assertThat(answered(link, "wish", "call-me", "callOn", "soon")).contains("a day from today on");
        assertThat(answered(link, "wish", "call-me", "phone", "<script>")).contains("a number on which we reach you");
        assertThat(row(lost).talk().reachedAt()).isNull();
    }

    @Test
    void who_answers_when_the_talk_is_over_is_told_so() throws Exception {
        Lost lost = written();
        String link = answerLink(lost);
        desk.passes(Duration.ofDays(22));
        assertThat(opened(link)).contains("nothing left for you to do");
        assertThat(answered(link, "wish", "come-back")).contains("nothing left for you to do");
        assertThat(result(lost)).isEqualTo("not-reached");
    }

    @Test
    void the_letter_lets_them_stop_us_for_good() throws Exception {
        Lost lost = written();
        List<String> links = PostOffice.linksInLastMailFor(lost.mail);
        assertThat(links).hasSize(2);
        assertThat(answered(links.get(1), "never", "yes")).contains("We will not contact you again");
        assertThat(customers.byNumber(lost.customer).orElseThrow().doNotContact())
                .isTrue();
    }

    @Test
    void a_letter_to_a_customer_who_reads_chinese_is_chinese() throws Exception {
        Lost lost = lost(null, "zh-CN", customer -> customers.setConsent(customer, "phone", false));
        assertThat(PostOffice.subjectsFor(lost.mail)).anyMatch(subject -> subject.contains("期待您的消息"));
        assertThat(opened(answerLink(lost))).contains("您希望怎样？");
    }

    // ------------------------------------------------------------ what the scenarios speak of

    private record Lost(String number, String customer, String mail) {}

    private interface Before {
        void happens(String customerNumber);
    }

    private Lost lost(String contactHours) {
        return lost(contactHours, customer -> {});
    }

    private Lost lost(String contactHours, Before before) {
        return lost(contactHours, "en", before);
    }

    /** Somebody silent, whom we are to talk with now. */
    private Lost lost(String contactHours, String language, Before before) {
        String mail = desk.somebody();
        Customer customer =
                customers.addProspect(new Contact(null, "Robin <b>Lost</b>", mail, "+441632960001", null, language));
        jdbc.sql("update customer set contact_hours = ? where number = ?")
                .params(contactHours, customer.number())
                .update();
        before.happens(customer.number());
        String number = cases.open("LCR", "lost-customer", "silence", customer.number(), desk.now());
        jdbc.sql("""
                        insert into lost_customer (case_number, customer_number, signal, reference, opened_at, value_tier,
                            yearly_value, lifetime_value, second_lifetime_value, assumptions_version)
                        values (?, ?, 'silence', ?, ?, 'B', 100, 500, 400, 1)""")
                .params(number, customer.number(), number, desk.now().atOffset(ZoneOffset.UTC))
                .update();
        Map<String, Object> variables = new HashMap<>();
        variables.put("caseNumber", number);
        variables.put("customer", customer.number());
        variables.put("severity", null);
        variables.put("priority", 40);
        variables.put("owner", null);
        variables.put("language", language);
        variables.put("canWrite", true);
        variables.put("valueTier", "B");
        variables.put("reason", "drifted");
        variables.put("talkResult", "");
        cases.started(
                number,
                runtime.startProcessInstanceByKey("recovery-call", number, variables)
                        .getId());
        desk.settle();
        return new Lost(number, customer.number(), mail);
    }

    /** Somebody whose number was wrong, and who has our letter now. */
    private Lost written() {
        Lost lost = lost(null);
        calls(lost, "wrong-number", Map.of());
        assertThat(desk.lettersToCustomer(lost.number)).containsExactly("win-back");
        return lost;
    }

    private void calls(Lost lost, String result, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("callResult", result);
        fields.put("minutes", 12);
        desk.does("retention", lost.number, CALL, fields);
    }

    private Map<String, Object> sheet(Lost lost) {
        Map<String, Object> sheet = new HashMap<>();
        ((Map<?, ?>) desk.shownBy(lost.number, CALL).get("sheet"))
                .forEach((name, value) -> sheet.put(name.toString(), value));
        return sheet;
    }

    private LostCustomer row(Lost lost) {
        return lostCustomers.find(lost.number).orElseThrow();
    }

    private List<String> words(Lost lost) {
        return jdbc.sql("select words from lost_customer_call where case_number = ? order by try_number")
                .param(lost.number)
                .query(String.class)
                .list();
    }

    private Instant nextTry(Lost lost) {
        Object next = runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instance(lost))
                .variableName("nextTry")
                .singleResult()
                .getValue();
        return ((java.util.Date) next).toInstant();
    }

    private LocalTime local(Instant moment) {
        return moment.atZone(house.zone()).toLocalTime().withSecond(0).withNano(0);
    }

    private String instance(Lost lost) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("recovery-call")
                .processInstanceBusinessKey(lost.number)
                .singleResult()
                .getId();
    }

    /** What the process hands back to the one that called it. */
    private Object result(Lost lost) {
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance(lost))
                        .count())
                .as("the talk is over")
                .isZero();
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance(lost))
                .variableName("talkResult")
                .singleResult()
                .getValue();
    }

    private static String answerLink(Lost lost) {
        return PostOffice.linksInLastMailFor(lost.mail).get(0);
    }

    private String opened(String link) throws Exception {
        return browser.perform(get(link)).andReturn().getResponse().getContentAsString();
    }

    private String answered(String link, String... fields) throws Exception {
        var request = post(link).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse response = browser.perform(request).andReturn().getResponse();
        desk.settle();
        return response.getContentAsString();
    }
}
