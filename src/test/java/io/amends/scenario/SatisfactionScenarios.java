package io.amends.scenario;

import static io.amends.customer.Satisfaction.Moment.AFTER;
import static io.amends.customer.Satisfaction.Moment.AT_COMPLAINT;
import static io.amends.customer.Satisfaction.Moment.BEFORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import io.amends.complaint.CustomerVoice;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.LetterCheck;
import io.amends.modeling.TaskFacts;
import io.amends.satisfaction.Surveys;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Satisfied is what the customer says: whom we ask, how often, and what follows from the answer or from none (K-16 to K-18, K-21). */
@Scenario
class SatisfactionScenarios {

    private static final Duration A_MONTH = Duration.ofDays(30);

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerVoice voice;

    @Autowired
    Surveys surveys;

    @Autowired
    CustomerDirectory customers;

    @Autowired
    List<LetterCheck> checks;

    @Autowired
    List<TaskFacts> facts;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc browser;

    @BeforeEach
    void staffIsThere() {
        Staff.signUp(accounts);
    }

    // ------------------------------------------------------------ whom we ask, and how often (K-16)

    @Test
    void two_surveys_for_one_person_that_are_due_at_the_same_moment_are_one() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (int person = 0; person < 8; person++) {
                String mail = desk.somebody();
                String first = desk.complains(mail);
                String second =
                        desk.complains(desk.complaint(mail).subject("billing").build());
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Boolean>> asked = new ArrayList<>();
                for (String caseNumber : List.of(first, second)) {
                    asked.add(nodes.submit(() -> {
                        together.await();
                        return surveys.ask(caseNumber, 1, A_MONTH);
                    }));
                }
                assertThat(List.of(asked.get(0).get(), asked.get(1).get())).containsExactlyInAnyOrder(true, false);
                assertThat(surveys.of(first).size() + surveys.of(second).size()).isEqualTo(1);
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void two_customers_with_one_address_are_one_person_to_a_survey() {
        String mail = desk.somebody();
        String ann = customer("ANN-" + mail.hashCode(), mail);
        String bob = customer("BOB-" + mail.hashCode(), mail);
        String hers = complaintOf(ann, mail);
        String his = complaintOf(bob, mail);
        assertThat(desk.file(hers).customerNumber()).isNotEqualTo(desk.file(his).customerNumber());

        assertThat(surveys.ask(hers, 1, A_MONTH)).isTrue();
        assertThat(surveys.ask(his, 1, A_MONTH)).isFalse();
        desk.passes(A_MONTH.plusSeconds(1));
        assertThat(surveys.ask(his, 1, A_MONTH)).isTrue();
    }

    @Test
    void an_answer_counts_once_whatever_is_sent_after_it() throws Exception {
        String mail = desk.somebody();
        String caseNumber = surveyed(mail);
        String link = surveyLink(mail);

        assertThat(answers(link, "9")).isEqualTo(200);
        assertThat(answers(link, "9")).as("the same once more").isEqualTo(200);
        assertThat(answers(link, "2")).as("another one, by the back button").isEqualTo(404);
        desk.settle();
        voice.surveyAnswered(caseNumber, 1, null, null, null, null, null);

        assertThat(scores(caseNumber)).containsExactly(Tuple.tuple(AFTER, 9));
        assertThat(surveys.of(caseNumber).get(0).answer().score()).isEqualTo(9);
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
    }

    @Test
    void what_staff_enters_and_what_the_link_brings_at_the_same_time_is_one_answer() throws Exception {
        String mail = desk.somebody();
        String caseNumber = surveyed(mail);
        String link = surveyLink(mail);
        voice.surveyAnswered(caseNumber, 8, null, null, null, null, null);
        assertThat(answers(link, "3")).isEqualTo(200);
        desk.settle();
        assertThat(scores(caseNumber)).containsExactly(Tuple.tuple(AFTER, 8));
        assertThat(desk.openTasks(caseNumber)).isEmpty();
    }

    @Test
    void an_answer_after_three_weeks_comes_too_late() throws Exception {
        String mail = desk.somebody();
        String caseNumber = surveyed(mail);
        String link = surveyLink(mail);
        desk.passes(Duration.ofDays(22));
        assertThat(answers(link, "2")).isEqualTo(404);
        assertThat(scores(caseNumber)).isEmpty();
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
    }

    @Test
    void an_answer_by_link_is_on_record_as_an_answer_and_not_as_a_call() throws Exception {
        String mail = desk.somebody();
        String caseNumber = surveyed(mail);
        assertThat(answers(surveyLink(mail), "3")).isEqualTo(200);
        desk.settle();
        assertThat(record(caseNumber))
                .contains("Answered the survey: 3 of 10")
                .doesNotContain("Satisfaction told on a call");
    }

    // ------------------------------------------------------------ who asked to be left alone (L-2)

    @Test
    void who_asked_not_to_be_contacted_gets_no_survey_and_no_courtesy_call() {
        String caseNumber =
                desk.complains(desk.complaint(desk.somebody()).safetyRisk().build());
        customers.neverContactAgain(customerOf(caseNumber), "Asked in a letter");
        desk.resolves(caseNumber, voice);
        assertThat(desk.letters(caseNumber)).doesNotContain("survey");
        assertThat(desk.openTasks(caseNumber)).doesNotContain("Task_MakeCourtesyCall");
    }

    @Test
    void who_is_not_satisfied_and_wants_to_be_left_alone_is_not_called() {
        String caseNumber = surveyed(desk.somebody());
        customers.neverContactAgain(customerOf(caseNumber), "Asked in a letter");
        voice.surveyAnswered(caseNumber, 3, null, null, null, null, null);
        desk.settle();
        assertThat(desk.openTasks(caseNumber)).isEmpty();
        assertThat(scores(caseNumber)).containsExactly(Tuple.tuple(AFTER, 3));
    }

    @Test
    void a_survey_that_waits_to_be_sent_is_dropped_when_it_has_become_needless() {
        String caseNumber = surveyed(desk.somebody());
        assertThat(stillWanted(caseNumber)).isTrue();
        customers.neverContactAgain(customerOf(caseNumber), "Asked in a letter");
        assertThat(stillWanted(caseNumber)).isFalse();

        String other = surveyed(desk.somebody());
        voice.surveyAnswered(other, 8, null, null, null, null, null);
        assertThat(stillWanted(other)).isFalse();
    }

    // ------------------------------------------------------------ silence, and the second recovery (K-17, K-18)

    @Test
    void a_score_given_on_the_courtesy_call_counts_like_an_answer() throws Exception {
        String caseNumber =
                desk.complains(desk.complaint(desk.somebody()).safetyRisk().build());
        desk.resolves(caseNumber, voice);
        desk.passes(Duration.ofDays(22));
        desk.does(
                "agent",
                caseNumber,
                "Task_MakeCourtesyCall",
                Map.of("courtesyResult", "satisfied", "score", 6, "courtesyNote", "It is all right."));
        assertThat(scores(caseNumber)).containsExactly(Tuple.tuple(AFTER, 6));
        assertThat(desk.openTasks(caseNumber))
                .as("6 is not satisfied")
                .containsExactly("Task_CallDissatisfiedCustomer");
        assertThat(record(caseNumber))
                .contains("Satisfaction told on a call: 6 of 10")
                .doesNotContain("Answered the survey");
    }

    @Test
    void a_second_recovery_within_the_month_ends_with_a_call_instead_of_a_second_survey() {
        String caseNumber = surveyed(desk.somebody());
        voice.surveyAnswered(caseNumber, 3, 2, 4, null, null, "The new kettle leaks, too.");
        desk.settle();
        assertThat(seenBy(caseNumber, "Task_CallDissatisfiedCustomer"))
                .containsEntry("surveyTime", "2")
                .containsEntry("surveyWord", "The new kettle leaks, too.");
        desk.does(
                "lead",
                caseNumber,
                "Task_CallDissatisfiedCustomer",
                Map.of("callNote", "The new kettle leaks, too.", "callResult", "reopen"));

        desk.resolves(caseNumber, voice);
        assertThat(desk.occurrences(caseNumber, "survey")).containsExactly("1");
        desk.does("agent", caseNumber, "Task_MakeCourtesyCall", Map.of("courtesyResult", "dissatisfied", "score", 4));
        desk.does(
                "manager",
                caseNumber,
                "Task_ManagerCallsCustomer",
                Map.of("callNote", "Apologised in person.", "callResult", "informed"));

        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
        Customer customer = customers.byNumber(customerOf(caseNumber)).orElseThrow();
        assertThat(customer.atRiskSince()).isNotNull();
        assertThat(customer.satisfaction()).isEqualTo(4);
        assertThat(scores(caseNumber)).containsExactly(Tuple.tuple(AFTER, 3), Tuple.tuple(AFTER, 4));
    }

    // ------------------------------------------------------------ before, at the complaint and after (K-21)

    @Test
    void a_case_shows_how_satisfied_the_customer_was_before_at_the_complaint_and_after() throws Exception {
        String mail = desk.somebody();
        String earlier = surveyed(mail);
        voice.surveyAnswered(earlier, 7, null, null, null, null, null);
        desk.settle();
        desk.passes(Duration.ofDays(40));

        String caseNumber =
                desk.complains(desk.complaint(mail).subject("billing").build());
        assertThat(scores(caseNumber)).containsExactly(Tuple.tuple(BEFORE, 7));
        page(caseNumber, "Before 7, complaint not known, after not known", "The aim is above 7");
        Map<String, Object> contact = new HashMap<>(ServiceDesk.contactFields("yes"));
        contact.put("satisfactionNow", 2);
        desk.does("agent", caseNumber, "Task_ContactCustomer", contact);
        desk.passes(Duration.ofDays(14));
        voice.surveyAnswered(caseNumber, 9, 4, 5, 4, 5, "Well <b>done</b>");
        desk.settle();

        assertThat(scores(caseNumber))
                .containsExactly(Tuple.tuple(BEFORE, 7), Tuple.tuple(AT_COMPLAINT, 2), Tuple.tuple(AFTER, 9));
        assertThat(customers.byNumber(customerOf(caseNumber)).orElseThrow().satisfaction())
                .isEqualTo(9);
        page(
                caseNumber,
                "Before 7, complaint 2, after 9",
                "Delighted. Above 7, where it was before.",
                "Reliability",
                "Well &lt;b&gt;done&lt;/b&gt;",
                "Answered the survey: 9 of 10",
                "Satisfaction at the complaint: 2 of 10");
    }

    @Test
    void a_case_of_somebody_whom_nobody_asked_yet_says_so() throws Exception {
        String caseNumber = desk.complains(desk.somebody());
        page(caseNumber, "No survey was sent yet.", "Nobody knows how it was before");
    }

    // ------------------------------------------------------------ helpers

    /** A case whose survey has just reached the customer. */
    private String surveyed(String mail) {
        String caseNumber = desk.complains(mail);
        desk.does("agent", caseNumber, "Task_ContactCustomer", ServiceDesk.contactFields("yes"));
        desk.passes(Duration.ofDays(14));
        assertThat(desk.letters(caseNumber)).contains("survey");
        return caseNumber;
    }

    private String customer(String number, String mail) {
        jdbc.sql("insert into customer (number, name, mail) values (?, 'Alex Doe', ?)")
                .params(number, mail)
                .update();
        return number;
    }

    /** A complaint whose agent found out which of the two it is. */
    private String complaintOf(String number, String mail) {
        String caseNumber = desk.complains(desk.complaint(mail).customer(number).build());
        Map<String, Object> contact = new HashMap<>(ServiceDesk.contactFields("no"));
        contact.put("customerChoice", number);
        desk.does("agent", caseNumber, "Task_ContactCustomer", contact);
        return caseNumber;
    }

    private static String surveyLink(String mail) {
        return PostOffice.linksInLastMailFor(mail).get(0);
    }

    private int answers(String link, String score) throws Exception {
        return browser.perform(post(link).param("score", score).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private boolean stillWanted(String caseNumber) {
        return checks.stream().allMatch(check -> check.stillWanted(caseNumber, "survey", "1"));
    }

    private String customerOf(String caseNumber) {
        return desk.file(caseNumber).customerNumber();
    }

    private List<Tuple> scores(String caseNumber) {
        return customers.satisfactionOf(caseNumber).stream()
                .map(one -> Tuple.tuple(one.moment(), one.score()))
                .toList();
    }

    private Map<String, Object> seenBy(String caseNumber, String task) {
        Map<String, Object> seen = new HashMap<>();
        assertThat(desk.openTask(caseNumber, task)).isNotNull();
        facts.forEach(it -> seen.putAll(it.of(caseNumber, Map.of("episode", 1))));
        return seen;
    }

    private String record(String caseNumber) throws Exception {
        return browser.perform(get("/cases/" + caseNumber).with(user("auditor").roles("auditors")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void page(String caseNumber, String... words) throws Exception {
        for (String word : words) {
            browser.perform(get("/cases/" + caseNumber).with(user("auditor").roles("auditors")))
                    .andExpect(content().string(containsString(word)));
        }
    }
}
