package io.amends.scenario;

import static io.amends.scenario.Letterbox.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CustomerDecision;
import io.amends.customer.Contact;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.LetterView;
import io.amends.lostcustomer.LostCustomer;
import io.amends.lostcustomer.LostCustomers;
import io.amends.modeling.FormRefusal;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.time.ZoneOffset;
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

/** A lost customer is made an offer, and answers it one way or another, or not at all (L-9). */
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfferScenarios {

    private static final String PREPARE = "Task_PrepareOffer";
    private static final String APPROVE = "Task_ApproveRemedy";
    private static final String BY_PHONE = "Task_OfferByPhone";

    private int told;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Letterbox letterbox;

    @Autowired
    CustomerDirectory customers;

    @Autowired
    LostCustomers lostCustomers;

    @Autowired
    CaseFiles cases;

    @Autowired
    List<CustomerDecision> decisions;

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
    void staffIsThere() {
        Staff.signUp(accounts);
        told++;
    }

    /** Only when every scenario was told: a single one cannot go every way. */
    @AfterAll
    void every_element_of_the_diagram_was_visited() {
        long scenarios = Arrays.stream(OfferScenarios.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (told == scenarios) {
            assertThat(desk.visitedElements()).containsAll(Elements.of(Set.of("offer")));
        }
    }

    // ------------------------------------------------------------ by the links of the letter

    @Test
    void an_offer_is_accepted_by_the_link_in_its_letter() throws Exception {
        Lost lost = lost(true, 2000);
        prepares("retention", lost, 120);

        assertThat(desk.lettersToCustomer(lost.number)).containsExactly("offer");
        String link = offerLink(lost);
        assertThat(opened(link))
                .contains("We would like you back")
                .contains("£120.00")
                .contains("a free upgrade");
        assertThat(offer(lost).answer()).as("looking changes nothing").isNull();

        assertThat(answered(link, "decision", "accepted")).contains("good to have you back");

        assertThat(offer(lost).answer()).isEqualTo("accepted");
        assertThat(offer(lost).amount()).isEqualByComparingTo("120");
        assertThat(offer(lost).offeredAt()).isNotNull();
        assertThat(result(lost)).isEqualTo("accepted");
        assertThat(opened(link)).contains("good to have you back");
    }

    @Test
    void an_offer_is_declined_by_the_link_and_the_reason_is_kept() throws Exception {
        Lost lost = lost(true, 2000);
        prepares("retention", lost, 120);

        answered(offerLink(lost), "decision", "declined", "reason", "I like the other house better");

        assertThat(result(lost)).isEqualTo("declined");
        assertThat(why(lost)).isEqualTo("I like the other house better");
    }

    @Test
    void what_is_neither_yes_nor_no_is_asked_again() throws Exception {
        Lost lost = lost(true, 2000);
        prepares("retention", lost, 120);

        assertThat(answered(offerLink(lost), "decision", "perhaps")).contains("Could you choose");
        assertThat(offer(lost).answer()).isNull();
    }

    @Test
    void after_a_week_one_reminder_carries_the_same_offer_on_and_it_is_accepted_there() throws Exception {
        Lost lost = lost(true, 2000);
        prepares("retention", lost, 120);

        desk.passes(Duration.ofDays(7).plusMinutes(61));
        assertThat(desk.lettersToCustomer(lost.number)).containsExactly("offer", "offer-reminder");
        String link = offerLink(lost);
        assertThat(opened(link)).contains("We would like you back").contains("£120.00");
        answered(link, "decision", "accepted");

        assertThat(result(lost)).isEqualTo("accepted");
        desk.passes(Duration.ofDays(30));
        assertThat(desk.lettersToCustomer(lost.number)).hasSize(2);
    }

    @Test
    void an_offer_that_nobody_answers_expires_after_21_days_in_all_and_its_links_say_so_politely() throws Exception {
        Lost lost = lost(true, 2000);
        prepares("retention", lost, 120);
        desk.passes(Duration.ofDays(7).plusMinutes(61));
        String link = offerLink(lost);
        desk.passes(Duration.ofDays(13));
        assertThat(offer(lost).answer()).isNull();

        desk.passes(Duration.ofDays(1));

        assertThat(result(lost)).isEqualTo("expired");
        assertThat(offer(lost).answer()).isEqualTo("expired");
        assertThat(opened(link)).contains("nothing left for you to do");
        answered(link, "decision", "accepted");
        assertThat(offer(lost).answer()).isEqualTo("expired");
    }

    @Test
    void of_two_answers_the_first_counts() throws Exception {
        Lost lost = lost(true, 2000);
        prepares("retention", lost, 120);
        String link = offerLink(lost);

        String first = answered(link, "decision", "declined");
        String again = answered(link, "decision", "declined");
        answered(link, "decision", "accepted");
        decides(lost, true, null);

        assertThat(again).isEqualTo(first);
        assertThat(offer(lost).answer()).isEqualTo("declined");
        assertThat(result(lost)).isEqualTo("declined");
    }

    // ------------------------------------------------------------ within authority

    @Test
    void nobody_offers_more_than_the_table_allows() {
        Lost lost = lost(true, 2000);

        assertThatThrownBy(() -> desk.does("retention", lost.number, PREPARE, fields("upgrade", 201)))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("200 at most");
        assertThatThrownBy(() -> desk.does("retention", lost.number, PREPARE, fields("reminder", 10)))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("friendly word");
    }

    @Test
    void above_500_a_team_lead_who_sees_the_offer_approves_it_and_whoever_proposed_it_does_not() {
        Lost lost = lost(true, 9000);
        prepares("retention", lost, 900);

        assertThat(desk.openTasks(lost.number)).containsExactly(APPROVE);
        assertThat(desk.groupOf(lost.number, APPROVE)).isEqualTo("team-leads");
        assertThat(desk.shownBy(lost.number, APPROVE).get("offer").toString())
                .contains("Upgrade")
                .contains("£900.00")
                .contains("We would like you back");
        assertThatThrownBy(() -> desk.claims("retention", lost.number, APPROVE))
                .hasMessageContaining("the task is for another group");
        assertThat(desk.lettersToCustomer(lost.number)).isEmpty();

        desk.does("lead", lost.number, APPROVE, Map.of("approval", "yes"));

        assertThat(desk.lettersToCustomer(lost.number)).containsExactly("offer");
    }

    @Test
    void who_leads_and_makes_offers_may_give_more_without_asking_and_above_that_asks_the_next_role() {
        accounts.createIfMissing(
                "leader",
                "leader",
                "Example",
                "leader@amends.example",
                "a rather long secret",
                List.of("retention", "team-leads", "service-managers"));
        Lost lost = lost(true, 200_000);
        prepares("leader", lost, 10_000);
        assertThat(desk.lettersToCustomer(lost.number)).containsExactly("offer");

        Lost another = lost(true, 200_000);
        prepares("leader", another, 10_001);
        assertThat(desk.groupOf(another.number, APPROVE)).isEqualTo("directors");
    }

    @Test
    void an_offer_that_is_sent_back_is_prepared_again_with_the_reason_and_then_sent() {
        Lost lost = lost(true, 9000);
        prepares("retention", lost, 900);
        desk.does("lead", lost.number, APPROVE, Map.of("approval", "no", "approvalReason", "Half of it is enough"));

        assertThat(desk.shownBy(lost.number, PREPARE).get("offer").toString()).contains("Half of it is enough");
        assertThat(desk.valueSeenBy(lost.number, PREPARE, "offerWords")).isEqualTo("We would like you back.");
        prepares("retention", lost, 450);

        assertThat(desk.occurrences(lost.number, "offer")).containsExactly("2");
        assertThat(lostCustomers.find(lost.number).orElseThrow().minutes()).isEqualTo(20);
    }

    @Test
    void the_form_opens_with_what_the_table_proposes() {
        Lost lost = lost(true, 2000);

        assertThat(desk.valueSeenBy(lost.number, PREPARE, "offerKind")).isEqualTo("upgrade");
        assertThat(desk.valueSeenBy(lost.number, PREPARE, "amount")).isEqualTo(100.0);
        assertThat(desk.shownBy(lost.number, PREPARE).get("offerWords").toString())
                .contains("welcome you back with a free upgrade");
    }

    @Test
    void an_offer_that_nobody_prepares_or_approves_in_time_calls_for_help() {
        Lost lost = lost(true, 9000);
        desk.neglects(lost.number, PREPARE);
        prepares("retention", lost, 900);
        desk.neglects(lost.number, APPROVE);
    }

    @Test
    void what_is_promised_besides_becomes_a_task_with_its_date() {
        Lost lost = lost(true, 2000);
        Map<String, Object> fields = new HashMap<>(fields("upgrade", 120));
        fields.put("promisedWhat", "Send the catalogue");
        fields.put("promisedGroup", "retention");
        fields.put("promisedDue", desk.today().plusDays(5).toString());
        desk.does("retention", lost.number, PREPARE, fields);

        assertThat(desk.openTasks(lost.number)).containsExactly("Task_KeepPromise");
        desk.keepsPromise("retention", lost.number);
        assertThat(desk.openTasks(lost.number)).isEmpty();
    }

    // ------------------------------------------------------------ by phone and by mail

    @Test
    void an_answer_on_the_phone_counts_like_one_by_the_link() throws Exception {
        Lost lost = lost(true, 2000);
        prepares("retention", lost, 120);
        String link = offerLink(lost);

        decides(lost, false, "They told me that it comes too late");

        assertThat(result(lost)).isEqualTo("declined");
        assertThat(why(lost)).isEqualTo("They told me that it comes too late");
        assertThat(opened(link)).contains("nothing left for you to do");
    }

    @Test
    void whom_we_may_not_write_to_is_told_on_the_phone_and_accepts_there() {
        Lost lost = lost(false, 2000);
        prepares("retention", lost, 120);

        assertThat(desk.lettersToCustomer(lost.number)).isEmpty();
        desk.does("retention", lost.number, BY_PHONE, Map.of("told", "accepted", "minutes", 5));

        assertThat(result(lost)).isEqualTo("accepted");
        assertThat(offer(lost).answer()).isEqualTo("accepted");
        assertThat(desk.lettersToCustomer(lost.number)).isEmpty();
        assertThat(jdbc.sql("select count(*) from customer_contact where case_number = ? and channel = 'phone'")
                        .param(lost.number)
                        .query(Long.class)
                        .single())
                .as("the call counts as a contact, for all departments")
                .isEqualTo(1);
    }

    @Test
    void whoever_wants_to_think_it_over_on_the_phone_can_still_answer() {
        Lost lost = lost(false, 2000);
        prepares("retention", lost, 120);
        desk.does("retention", lost.number, BY_PHONE, Map.of("told", "open", "minutes", 5));
        desk.passes(Duration.ofDays(8));
        assertThat(desk.lettersToCustomer(lost.number)).isEmpty();

        decides(lost, true, null);

        assertThat(result(lost)).isEqualTo("accepted");
    }

    @Test
    void free_words_by_mail_are_read_by_a_person_who_passes_the_answer_on() {
        Lost lost = lost(true, 2000);
        prepares("retention", lost, 120);

        Letterbox.Fate fate = letterbox.arrives(
                from(lost.mail).answering(letter(lost, "offer")).says("Yes, that is a good offer, I take it."));
        desk.settle();

        assertThat(fate.caseNumber()).isEqualTo(lost.number);
        assertThat(offer(lost).answer()).as("words are never taken for a yes").isNull();
        assertThat(desk.groupOf(lost.number, "Task_ReadMail")).isEqualTo("retention");
        desk.does("retention", lost.number, "Task_ReadMail", Map.of("mailSays", "accepted"));
        assertThat(result(lost)).isEqualTo("accepted");
    }

    @Test
    void a_programs_answer_is_only_recorded() {
        Lost lost = lost(true, 2000);
        prepares("retention", lost, 120);

        Letterbox.Fate fate = letterbox.arrives(from(lost.mail)
                .answering(letter(lost, "offer"))
                .head("Auto-Submitted", "auto-replied")
                .says("I am away."));

        assertThat(fate.state()).isEqualTo("recorded");
        assertThat(desk.openTasks(lost.number)).isEmpty();
    }

    @Test
    void a_letter_that_comes_back_is_a_task_for_customer_retention() {
        Lost lost = lost(true, 2000);
        prepares("retention", lost, 120);
        LetterView letter = letter(lost, "offer");

        letterbox.arrives(Letterbox.report(letter.messageId(), lost.mail, "failed", "5.1.1"));
        desk.settle();

        assertThat(letter(lost, "offer").fate()).isEqualTo("bounced");
        assertThat(desk.groupOf(lost.number, "Task_ReachCustomer")).isEqualTo("retention");
    }

    @Test
    void nothing_is_written_to_whoever_asked_meanwhile_to_be_left_alone() {
        Lost lost = lost(true, 2000);
        customers.neverContactAgain(lost.customer, "said so at the counter");
        prepares("retention", lost, 120);

        assertThat(desk.lettersToCustomer(lost.number)).isEmpty();
    }

    // ------------------------------------------------------------ what the scenarios speak of

    private record Lost(String number, String customer, String mail) {}

    /** Somebody who was pulled away, talked with us, and is to be made an offer now. */
    private Lost lost(boolean canWrite, double worth) {
        String mail = desk.somebody();
        Customer customer = customers.addProspect(new Contact(null, "Robin Lost", mail, null, null, "en"));
        String number = cases.open("LCR", "lost-customer", "silence", customer.number(), desk.now());
        jdbc.sql("""
                        insert into lost_customer (case_number, customer_number, signal, reference, opened_at, value_tier,
                            yearly_value, lifetime_value, second_lifetime_value, assumptions_version)
                        values (?, ?, 'silence', ?, ?, 'B', 100, 500, ?, 1)""")
                .params(number, customer.number(), number, desk.now().atOffset(ZoneOffset.UTC), worth)
                .update();
        Map<String, Object> variables = new HashMap<>();
        variables.put("caseNumber", number);
        variables.put("customer", customer.number());
        variables.put("severity", null);
        variables.put("priority", 40);
        variables.put("owner", null);
        variables.put("language", "en");
        variables.put("canWrite", canWrite);
        variables.put("valueTier", "B");
        variables.put("reason", "pulled-by-value");
        variables.put("talkResult", "interested");
        variables.put("secondLifetimeValue", worth);
        cases.started(
                number,
                runtime.startProcessInstanceByKey("offer", number, variables).getId());
        desk.settle();
        return new Lost(number, customer.number(), mail);
    }

    private void prepares(String user, Lost lost, double amount) {
        desk.does(user, lost.number, PREPARE, fields("upgrade", amount));
    }

    private static Map<String, Object> fields(String kind, double amount) {
        return Map.of("offerKind", kind, "amount", amount, "offerWords", "We would like you back.", "minutes", 10);
    }

    private void decides(Lost lost, boolean accepted, String why) {
        decisions.stream().filter(it -> it.awaits(lost.number)).forEach(it -> it.decided(lost.number, accepted, why));
        desk.settle();
    }

    private LostCustomer.Offer offer(Lost lost) {
        return lostCustomers.find(lost.number).orElseThrow().offer();
    }

    private String why(Lost lost) {
        return jdbc.sql("select offer_declined_why from lost_customer where case_number = ?")
                .param(lost.number)
                .query(String.class)
                .single();
    }

    /** What the process hands back to the one that called it. */
    private Object result(Lost lost) {
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("offer")
                        .processInstanceBusinessKey(lost.number)
                        .count())
                .as("the offer is over")
                .isZero();
        String instance = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("offer")
                .processInstanceBusinessKey(lost.number)
                .singleResult()
                .getId();
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName("offerAnswer")
                .singleResult()
                .getValue();
    }

    private LetterView letter(Lost lost, String name) {
        return desk.lettersOf(lost.number, name).get(0);
    }

    private static String offerLink(Lost lost) {
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
