package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.casefile.CaseDetails;
import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.complaint.Complaint;
import io.amends.complaint.Complaints;
import io.amends.complaint.CustomerVoice;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.CustomerRegister;
import io.amends.letter.LetterCheck;
import io.amends.lostcustomer.LostCustomer;
import io.amends.lostcustomer.LostCustomerIntake;
import io.amends.lostcustomer.LostCustomers;
import io.amends.lostcustomer.NewLostCustomer;
import io.amends.lostcustomer.Signal;
import io.amends.modeling.FormRefusal;
import io.amends.staff.StaffAccounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a lost customer: let go, left alone for comparison, put right, won back, watched and judged (L-4 to L-6, L-10, L-11). */
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostCustomerScenarios {

    private static final String CALL = "Task_MakeCall";
    private static final String CONFIRM = "Task_ConfirmReason";
    private static final String PREPARE = "Task_PrepareOffer";
    private static final String REACTIVATE = "Task_ReactivateCustomer";
    private static final String NEVER = "never-contact";
    /** Days by the calendar, of which one has 25 hours in autumn. */
    private static final Duration NINETY_DAYS = Duration.ofDays(90).plusMinutes(61);
    /** Longer than any department is alone with a customer. */
    private static final int DAYS_OF_PATIENCE = 70;

    private int told;
    private int people;

    @Autowired
    ServiceDesk desk;

    @Autowired
    LostCustomerIntake intake;

    @Autowired
    LostCustomers lostCustomers;

    @Autowired
    CustomerDirectory customers;

    @Autowired
    CustomerRegister register;

    @Autowired
    CaseFiles cases;

    @Autowired
    Complaints complaints;

    @Autowired
    CustomerVoice voice;

    @Autowired
    List<LetterCheck> checks;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void staffIsThere() {
        Staff.signUp(accounts);
        told++;
    }

    /** Only when every scenario was told: a single one cannot go every way. */
    @AfterAll
    void every_element_of_the_diagrams_was_visited() {
        long scenarios = Arrays.stream(LostCustomerScenarios.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (told == scenarios) {
            assertThat(desk.visitedElements())
                    .containsAll(Elements.of(Set.of("lost-customer", "win-back", "fix-first")));
        }
    }

    // ------------------------------------------------------------ let go (L-5)

    @Test
    void who_moved_out_of_reach_is_let_go_with_thanks() {
        String customer = customer(2000);
        String lost = registered(customer, "moved-away");

        assertThat(desk.lettersToCustomer(lost)).containsExactly("farewell");
        assertThat(closedAs(lost)).isEqualTo("let-go");
        LostCustomer kept = kept(lost);
        assertThat(kept.proposedReason()).isEqualTo("moved");
        assertThat(kept.decision()).isEqualTo("let-go");
        assertThat(kept.worth().cost()).isEqualByComparingTo("0.50");
        assertThat(lostCustomers.runningOf(customer)).isEmpty();
    }

    @Test
    void whom_we_wanted_to_leave_is_let_go_although_we_may_not_write() {
        String customer = customer(2000);
        customers.neverContactAgain(customer, "Asked on the phone");
        String lost = registered(customer, "we-ended-it");

        assertThat(closedAs(lost)).isEqualTo("let-go");
        assertThat(desk.lettersToCustomer(lost)).isEmpty();
        assertThat(kept(lost).proposedReason()).isEqualTo("pushed-on-purpose");
    }

    @Test
    void who_would_bring_less_than_trying_costs_is_let_go() {
        // 40 minutes at 0.80 are 32
        assertThat(closedAs(registered(customer(31.99), "too-expensive"))).isEqualTo("let-go");
        assertThat(desk.file(registered(customer(32), "too-expensive")).state()).isEqualTo("open");
    }

    @Test
    void whose_contract_is_about_to_end_hears_no_farewell_from_a_table() {
        String little = customer(1);
        String closed = ending(little);
        assertThat(closedAs(closed)).isEqualTo("let-go");
        assertThat(desk.lettersToCustomer(closed)).as("the contract still runs").isEmpty();

        String runs = customer(1);
        agreement(runs);
        assertThat(desk.lettersToCustomer(registered(runs, "too-expensive"))).isEmpty();
    }

    @Test
    void whose_contract_is_about_to_end_and_who_never_bought_is_called() {
        String unknown = customer(0);
        jdbc.sql("delete from customer_value where customer_number = ?")
                .param(unknown)
                .update();
        waitsFor(ending(unknown), CALL);
    }

    // ------------------------------------------------------------ hold out (L-6)

    @Test
    void who_is_held_out_for_comparison_is_watched_as_long_as_the_others_and_hears_nothing() {
        String customer = heldOut(2000);
        String lost = silent(customer);
        assertThat(kept(lost).holdOut()).isTrue();
        assertThat(kept(lost).decision()).isEqualTo("hold-out");
        desk.passes(Duration.ofDays(89));
        assertThat(desk.file(lost).state()).isEqualTo("open");
        buys(customer, 80);

        desk.passes(Duration.ofDays(1).plusMinutes(61));

        assertThat(closedAs(lost)).isEqualTo("held-out");
        assertThat(kept(lost).regained()).isTrue();
        assertThat(kept(lost).repurchase()).isEqualByComparingTo("80");
        assertThat(desk.letters(lost)).isEmpty();
        assertThat(kept(lost).worth().cost()).isEqualByComparingTo("0");
    }

    @Test
    void who_is_held_out_and_bought_nothing_did_not_come_back_by_themselves() {
        String lost = silent(heldOut(2000));
        desk.passes(NINETY_DAYS);
        assertThat(closedAs(lost)).isEqualTo("held-out");
        assertThat(kept(lost).regained()).isFalse();
    }

    @Test
    void the_hold_out_does_not_keep_anybody_whom_we_let_go() {
        assertThat(closedAs(registered(heldOut(2000), "moved-away"))).isEqualTo("let-go");
    }

    // ------------------------------------------------------------ won back (L-7 to L-11)

    @Test
    void who_says_yes_is_reactivated_welcomed_watched_and_regained_when_they_buy() {
        String customer = customer(2000);
        String lost = silent(customer);
        talks(lost, "interested");
        assertThat(desk.shownBy(lost, CONFIRM).get("facts").toString())
                .contains("Robin Lost")
                .contains("Drifted away without intent")
                .contains("margin 30 %", "horizon 10 years", "That is what they said.")
                .contains("Silent for long");
        assertThat(desk.shownBy(lost, CONFIRM)).containsEntry("reasonNote", "That is what they said.");
        confirms(lost, "bought-by-price");
        assertThat(kept(lost).confirmedReason()).isEqualTo("bought-by-price");
        assertThat(desk.shownBy(lost, PREPARE).get("facts").toString())
                .contains("That is what they said.", "The last order never came, and nobody called back.");
        offers(lost, 20);
        decides(lost, "accepted");
        assertThat(desk.openTasks(lost)).containsExactly(REACTIVATE);
        assertThatThrownBy(() -> desk.does(
                        "retention",
                        lost,
                        REACTIVATE,
                        Map.of("reactivated", List.of("account", "prices"), "minutes", 15)))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("contract, warranty or loan")
                .hasMessageNotContaining("account and sign-in");
        reactivates(lost);
        assertThat(desk.lettersToCustomer(lost)).contains("offer", "welcome-back");
        buys(customer, 300);
        cancels(customer, 100);

        desk.passes(NINETY_DAYS);

        assertThat(closedAs(lost)).isEqualTo("regained");
        LostCustomer kept = kept(lost);
        assertThat(kept.repurchase()).isEqualByComparingTo("200");
        // 10 for the call, 5 to confirm, 10 for the offer, 15 to reactivate
        assertThat(kept.minutes()).isEqualTo(40);
        // 30 % of 200, a new customer saved, a fifth of one brought, a reason learnt
        assertThat(kept.worth().benefit()).isEqualByComparingTo("137");
        // 40 x 0.80, the offer, offer and welcome at 0.50
        assertThat(kept.worth().cost()).isEqualByComparingTo("53");
        assertThat(lostCustomers.runningOf(customer)).isEmpty();
    }

    @Test
    void who_said_yes_and_took_everything_back_is_not_regained_and_the_offer_is_a_loss() {
        String customer = customer(2000);
        String lost = saidYes(customer);
        reactivates(lost);
        buys(customer, 100);
        cancels(customer, 100);
        desk.passes(NINETY_DAYS);
        assertThat(closedAs(lost)).isEqualTo("not-regained");
        assertThat(kept(lost).worth().losses()).isEqualByComparingTo("20");
        assertThat(kept(lost).worth().offer()).isEqualByComparingTo("0");
    }

    @Test
    void a_new_contract_counts_like_a_purchase() {
        String customer = customer(2000);
        String lost = saidYes(customer);
        reactivates(lost);
        jdbc.sql("insert into agreement (source, external_id, customer_number, kind, what, began_on, ends_on)"
                        + " values ('test', ?, ?, 'contract', 'Service plan', ?, ?)")
                .params(customer, customer, desk.today(), desk.today().plusYears(1))
                .update();
        desk.passes(NINETY_DAYS);
        assertThat(closedAs(lost)).isEqualTo("regained");
    }

    @Test
    void who_comes_back_by_themselves_is_reactivated_whatever_the_case_waits_for() {
        String customer = customer(2000);
        String lost = silent(customer);
        waitsFor(lost, CALL);
        assertThat(desk.canReport("retention", lost))
                .extracting(CaseDetails.Action::name)
                .contains("customer-came-back", NEVER);
        assertThat(desk.reports("retention", lost, "customer-came-back", "", "They ordered on the phone."))
                .isEmpty();
        assertThat(desk.openTasks(lost)).containsExactly(REACTIVATE);
        reactivates(lost);
        buys(customer, 50);
        desk.passes(NINETY_DAYS);
        assertThat(closedAs(lost)).isEqualTo("regained");
    }

    @Test
    void who_buys_again_before_anything_was_offered_came_back_by_themselves() {
        String customer = customer(2000);
        String old = desk.now().minus(Duration.ofDays(400)).toString();
        String lost = silent(customer);
        waitsFor(lost, CALL);
        imported(customer, "old-" + customer, old, 100);
        imported(customer, "back-" + customer, desk.now().toString(), -100);
        assertThat(desk.openTasks(lost)).as("nothing was bought since").containsExactly(CALL);

        imported(customer, "new-" + customer, desk.now().toString(), 70);
        assertThat(desk.openTasks(lost)).containsExactly(REACTIVATE);
        reactivates(lost);
        desk.passes(NINETY_DAYS);
        assertThat(closedAs(lost)).isEqualTo("regained");
        assertThat(kept(lost).repurchase()).isEqualByComparingTo("70");
    }

    @Test
    void who_buys_again_between_two_tries_is_not_called_any_more_and_who_is_held_out_is_only_watched() {
        String customer = customer(2000);
        String lost = silent(customer);
        talks(lost, "not-reached");
        assertThat(desk.openTasks(lost)).isEmpty();
        String held = heldOut(2000);
        String watched = silent(held);
        desk.passes(Duration.ofSeconds(5));
        imported(customer, "again-" + customer, desk.now().toString(), 70);
        imported(held, "again-" + held, desk.now().toString(), 70);
        assertThat(desk.openTasks(lost)).containsExactly(REACTIVATE);
        assertThat(desk.openTasks(watched)).isEmpty();
        assertThat(desk.file(watched).state()).isEqualTo("open");
    }

    @Test
    void who_declines_the_offer_or_does_not_answer_is_not_asked_again() {
        String declined = silent(customer(2000));
        talks(declined, "interested");
        confirms(declined, "bought-by-price");
        offers(declined, 20);
        decides(declined, "declined");
        assertThat(closedAs(declined)).isEqualTo("declined");

        String silent = silent(customer(2000));
        talks(silent, "interested");
        confirms(silent, "bought-by-price");
        offers(silent, 20);
        desk.passes(Duration.ofDays(8));
        desk.passes(Duration.ofDays(15));
        assertThat(closedAs(silent)).isEqualTo("no-answer");
    }

    @Test
    void who_cannot_be_reached_by_phone_and_letter_is_not_reached() {
        String lost = silent(customer(2000));
        for (int round = 0; round < 3; round++) {
            talks(lost, "not-reached");
        }
        patiently(() -> desk.file(lost).state().equals("closed"));
        assertThat(closedAs(lost)).isEqualTo("not-reached");
    }

    // ------------------------------------------------------------ decided again after the talk (L-4, L-5)

    @Test
    void who_turns_out_to_have_moved_is_let_go_after_the_talk() {
        String lost = silent(customer(2000));
        talks(lost, "interested");
        confirms(lost, "moved");
        assertThat(closedAs(lost)).isEqualTo("let-go");
        assertThat(desk.lettersToCustomer(lost)).as("with thanks").containsExactly("farewell");
        assertThat(kept(lost).proposedReason()).isEqualTo("drifted");
        assertThat(kept(lost).worth().learnt()).isEqualByComparingTo("5");
    }

    @Test
    void who_does_not_want_to_come_back_tells_us_why_and_gets_no_offer() {
        String lost = silent(customer(2000));
        talks(lost, "refuses");
        confirms(lost, "pulled-by-value");
        assertThat(closedAs(lost)).isEqualTo("declined");
        assertThat(desk.lettersToCustomer(lost)).isEmpty();
    }

    @Test
    void what_they_want_fixed_is_fixed_before_anything_is_offered() {
        String customer = customer(2000);
        String lost = silent(customer);
        talks(lost, "wants-fix");
        confirms(lost, "pushed-unintended");

        String complaint = complaintOf(lost);
        assertThat(complaints.find(complaint).map(Complaint::narrative).orElseThrow())
                .contains("The last order never came, and nobody called back.");
        assertThat(desk.openTasks(lost)).isEmpty();
        settles(complaint);
        assertThat(desk.openTasks(lost)).containsExactly(PREPARE);
    }

    // ------------------------------------------------------------ fix first (L-5)

    @Test
    void who_was_pushed_away_without_intent_gets_a_complaint_of_their_own_before_anybody_calls() {
        String customer = customer(2000);
        String lost = registered(customer, "unhappy");

        String complaint = complaintOf(lost);
        Complaint opened = complaints.find(complaint).orElseThrow();
        assertThat(opened.customerNumber()).isEqualTo(customer);
        assertThat(opened.mail()).isEqualTo(mailOf(customer));
        assertThat(opened.subject()).isEqualTo("service");
        assertThat(linksOf(lost)).contains(complaint);
        assertThat(linksOf(complaint)).contains(lost);
        assertThat(desk.openTasks(lost)).isEmpty();

        settles(complaint);

        waitsFor(lost, CALL);
        talks(lost, "interested");
        confirms(lost, "pushed-unintended");
        assertThat(desk.openTasks(lost)).as("it was put right").containsExactly(PREPARE);
    }

    @Test
    void a_complaint_that_is_open_on_the_same_matter_is_joined() {
        String customer = customer(2000);
        String open = desk.complains(desk.complaint(mailOf(customer))
                .customer(customer)
                .subject("service")
                .build());
        String lost = registered(customer, "unhappy");
        assertThat(complaintOf(lost)).isEqualTo(open);
        settles(open);
        waitsFor(lost, CALL);
    }

    @Test
    void a_complaint_that_is_withdrawn_has_fixed_nothing() {
        String lost = registered(customer(2000), "unhappy");
        String complaint = complaintOf(lost);
        voice.withdrawn(complaint, "Never mind.");
        desk.settle();
        waitsFor(lost, CALL);
        talks(lost, "interested");
        confirms(lost, "pushed-unintended");
        assertThat(complaintOf(lost)).isNotEqualTo(complaint);
    }

    @Test
    void a_customer_whom_a_complaint_lost_twice_becomes_a_case_that_shows_it() {
        String mail = desk.somebody();
        String complaint = desk.complains(mail);
        String customer = desk.file(complaint).customerNumber();
        desk.does("agent", complaint, "Task_ContactCustomer", ServiceDesk.contactFields("yes"));
        desk.passes(Duration.ofDays(14));
        voice.surveyAnswered(complaint, 3, null, null, null, null, null);
        desk.settle();
        desk.does(
                "lead",
                complaint,
                "Task_CallDissatisfiedCustomer",
                Map.of("callNote", "The new kettle leaks, too.", "callResult", "reopen"));
        desk.resolves(complaint, voice);
        desk.does("agent", complaint, "Task_MakeCourtesyCall", Map.of("courtesyResult", "dissatisfied", "score", 4));
        assertThat(cases.casesOf(customer)).hasSize(1);
        desk.does(
                "manager",
                complaint,
                "Task_ManagerCallsCustomer",
                Map.of("callNote", "Apologised in person.", "callResult", "informed"));

        CaseFile lost = cases.casesOf(customer).stream()
                .filter(file -> file.processKey().equals("lost-customer"))
                .findFirst()
                .orElseThrow();
        assertThat(kept(lost.number()).signal()).isEqualTo(Signal.DISSATISFIED);
        assertThat(kept(lost.number()).reference()).isEqualTo(complaint);
        assertThat(linksOf(lost.number())).contains(complaint);
        assertThat(linksOf(complaint)).contains(lost.number());
        assertThat(kept(lost.number()).proposedReason()).isEqualTo("pushed-unintended");
    }

    // ------------------------------------------------------------ left alone (L-2, L-8)

    @Test
    void who_wants_to_be_left_alone_is_left_alone_whatever_the_case_waits_for() {
        Map<String, Consumer<String>> waiting = new LinkedHashMap<>();
        waiting.put("for the call", lost -> waitsFor(lost, CALL));
        waiting.put("for the reason", lost -> talks(lost, "interested"));
        waiting.put("for an offer", lost -> {
            talks(lost, "interested");
            confirms(lost, "bought-by-price");
        });
        waiting.put("for the answer", lost -> {
            talks(lost, "interested");
            confirms(lost, "bought-by-price");
            offers(lost, 20);
        });
        waiting.put("for the reactivation", this::saysYes);
        waiting.put("for purchases", lost -> {
            saysYes(lost);
            reactivates(lost);
        });
        waiting.put("for what is put right after the talk", lost -> {
            talks(lost, "wants-fix");
            confirms(lost, "pushed-unintended");
        });
        waiting.forEach((state, go) -> {
            String customer = customer(2000);
            String lost = silent(customer);
            go.accept(lost);
            assertThat(desk.file(lost).state()).as(state).isEqualTo("open");
            leftAlone(state, customer, lost);
        });
        String fixing = customer(2000);
        leftAlone("for the complaint", fixing, registered(fixing, "unhappy"));
        String held = heldOut(2000);
        leftAlone("for the hold-out", held, silent(held));
    }

    private void leftAlone(String state, String customer, String lost) {
        customers.neverContactAgain(customer, "Asked by the link in a letter");
        desk.settle();
        assertThat(closedAs(lost)).as(state).isEqualTo("left-alone");
        assertThat(desk.openTasks(lost)).as(state).isEmpty();
        assertThat(lostCustomers.runningOf(customer)).as(state).isEmpty();
        assertThat(jdbc.sql("select count(*) from case_clock where case_number = ? and met_at is null"
                                + " and stopped_at is null")
                        .param(lost)
                        .query(Integer.class)
                        .single())
                .as("clocks that run while waiting " + state)
                .isZero();
    }

    @Test
    void who_says_so_on_the_call_is_left_alone_at_once() {
        String customer = customer(2000);
        String lost = silent(customer);
        talks(lost, "do-not-contact");
        assertThat(closedAs(lost)).isEqualTo("left-alone");
        assertThat(customers.byNumber(customer).orElseThrow().doNotContact()).isTrue();
    }

    @Test
    void who_says_so_to_somebody_of_the_house_is_left_alone_and_letters_that_wait_do_not_leave() {
        String customer = customer(2000);
        String lost = silent(customer);
        talks(lost, "interested");
        confirms(lost, "bought-by-price");
        offers(lost, 20);
        assertThat(stillWanted(lost, "offer")).isTrue();

        assertThat(desk.reports("retention", lost, NEVER, "", "")).hasValue("Please write down what was said.");
        assertThat(desk.reports("retention", lost, NEVER, "", "Leave me alone."))
                .isEmpty();

        assertThat(closedAs(lost)).isEqualTo("left-alone");
        for (String letter : List.of("farewell", "win-back", "offer", "offer-reminder", "welcome-back")) {
            assertThat(stillWanted(lost, letter)).as(letter).isFalse();
        }
        assertThat(stillWanted(lost, "clock-warning")).isTrue();
    }

    // ------------------------------------------------------------ time, promises, ownership

    @Test
    void what_is_late_is_warned_of_and_calls_the_desk_that_wins_customers_back() {
        String lost = silent(customer(2000));
        talks(lost, "interested");
        desk.neglects(lost, CONFIRM);
        assertThat(desk.groupOf(lost, "Task_AcknowledgeEscalation")).isEqualTo("retention");
        confirms(lost, "bought-by-price");
        offers(lost, 20);
        decides(lost, "accepted");
        desk.neglects(lost, REACTIVATE);
        reactivates(lost);
        desk.passes(NINETY_DAYS);
        assertThat(closedAs(lost)).isEqualTo("not-regained");
    }

    @Test
    void what_is_promised_on_the_way_is_kept_by_somebody() {
        String lost = silent(customer(2000));
        talks(lost, "interested");
        Map<String, Object> fields = reason("drifted");
        fields.put("promisedWhat", "Send the catalogue");
        fields.put("promisedGroup", "retention");
        fields.put("promisedDue", desk.today().plusDays(5).toString());
        desk.does("retention", lost, CONFIRM, fields);
        assertThat(desk.openTasks(lost)).contains("Task_KeepPromise", PREPARE);
        desk.keepsPromise("retention", lost);
        assertThat(desk.openTasks(lost)).containsExactly(PREPARE);
    }

    @Test
    void whoever_takes_the_call_owns_the_case() {
        String lost = silent(customer(2000));
        talks(lost, "interested");
        assertThat(desk.file(lost).owner()).isEqualTo("retention");
        assertThat(desk.assigneeOf(lost, CONFIRM)).isEqualTo("retention");
    }

    // ------------------------------------------------------------ registered by hand (K-2, L-1)

    @Test
    void somebody_unknown_becomes_a_prospect_and_a_number_that_nobody_has_a_note() {
        Map<String, Object> form = form("Kim New", "went-to-competitor");
        form.put("customerNumber", "nobody-has-it");
        form.put("customerMail", desk.somebody());
        form.put("customerPhone", "no phone at all");
        form.put("endingKind", "contract");
        form.put("endsOn", desk.today().plusDays(20).toString());
        form.put("agreement", "Plan 12");
        String lost = desk.registers("retention", "lost-customer", form);

        LostCustomer kept = kept(lost);
        Customer prospect = customers.byNumber(kept.customerNumber()).orElseThrow();
        assertThat(prospect.prospect()).isTrue();
        assertThat(prospect.name()).isEqualTo("Kim New");
        assertThat(kept.note()).contains("nobody-has-it").contains("Plan 12");
        assertThat(kept.reported().endingKind()).isEqualTo("contract");
        assertThat(kept.registeredBy()).isEqualTo("retention");
        assertThat(kept.value().tier()).isEqualTo("none");
        assertThat(kept.decision()).as("nobody knows what they may bring").isNotEqualTo("let-go");
        assertThat(desk.file(lost).state()).isEqualTo("open");
    }

    @Test
    void a_known_person_is_found_by_mail_and_a_running_recovery_is_joined() {
        String customer = customer(2000);
        Map<String, Object> form = form("Robin Lost", "too-expensive");
        form.put("customerMail", mailOf(customer).toUpperCase(Locale.ROOT));
        String lost = desk.registers("lead", "lost-customer", form);
        assertThat(kept(lost).customerNumber()).isEqualTo(customer);

        form.put("note", "Said so again.");
        assertThat(desk.registers("manager", "lost-customer", form)).isEqualTo(lost);
        assertThat(kept(lost).note()).contains("Said so again.");
    }

    @Test
    void where_several_fit_they_are_named_and_the_number_is_asked_for() {
        String mail = desk.somebody();
        String one = customer(2000, mail, false);
        String other = customer(2000, mail, false);
        Map<String, Object> form = form("Robin Lost", "other");
        form.put("customerMail", mail);
        assertThatThrownBy(() -> desk.registers("retention", "lost-customer", form))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("customerNumber")
                .hasMessageContaining(one)
                .hasMessageContaining(other);
        form.put("customerNumber", other);
        assertThat(kept(desk.registers("retention", "lost-customer", form)).customerNumber())
                .isEqualTo(other);
    }

    // ------------------------------------------------------------ helpers

    private String customer(double secondLifetimeValue) {
        return customer(secondLifetimeValue, desk.somebody(), false);
    }

    private String heldOut(double secondLifetimeValue) {
        return customer(secondLifetimeValue, desk.somebody(), true);
    }

    private String customer(double secondLifetimeValue, String mail, boolean held) {
        String number;
        do {
            number = "LC-%05d".formatted(++people);
        } while (place(number) < 1_000 != held);
        jdbc.sql("insert into customer (number, name, mail, phone) values (?, 'Robin Lost', ?, ?)")
                .params(number, mail, "+4420%08d".formatted(79_460_000 + people))
                .update();
        jdbc.sql("""
                        insert into customer_value (customer_number, as_of, assumptions_version, purchases, purchase_days, net_amount,
                            yearly_value, lifetime_value, second_lifetime_value, tier)
                        values (?, ?, 1, 12, 10, 900, 300, 1500, ?, 'B')""").params(number, desk.today(), secondLifetimeValue).update();
        return number;
    }

    /** Worked out in another way than the house does. */
    private static int place(String number) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, Arrays.copyOf(hash, 8))
                    .mod(BigInteger.valueOf(10_000))
                    .intValue();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String mailOf(String customer) {
        return customers.byNumber(customer).map(Customer::mail).orElseThrow();
    }

    private String silent(String customer) {
        String lost = intake.take(new NewLostCustomer(
                        customer, Signal.SILENCE, desk.today().toString(), null, null, null))
                .caseNumber();
        desk.settle();
        return lost;
    }

    private String ending(String customer) {
        String lost = intake.take(new NewLostCustomer(customer, Signal.ENDING, agreement(customer), null, null, null))
                .caseNumber();
        desk.settle();
        return lost;
    }

    /** @return id of a contract that ends in 20 days */
    private String agreement(String customer) {
        jdbc.sql("insert into agreement (source, external_id, customer_number, kind, what, began_on, ends_on)"
                        + " values ('test', ?, ?, 'contract', 'Service plan', ?, ?)")
                .params(
                        "ends-" + customer,
                        customer,
                        desk.today().minusYears(1),
                        desk.today().plusDays(20))
                .update();
        return jdbc.sql("select id from agreement where source = 'test' and external_id = ?")
                .param("ends-" + customer)
                .query(String.class)
                .single();
    }

    /** As an import takes it in. */
    private void imported(String customer, String id, String at, int amount) {
        assertThat(register.addPurchases(
                        "shop",
                        List.of(new CustomerRegister.NewPurchase(
                                id,
                                customer,
                                Instant.parse(at),
                                BigDecimal.valueOf(amount),
                                "GBP",
                                "Something",
                                amount < 0 ? "cancellation" : "sale"))))
                .containsExactly(true);
        desk.settle();
    }

    private String registered(String customer, String reported) {
        Map<String, Object> form = form("Robin Lost", reported);
        form.put("customerNumber", customer);
        return desk.registers("retention", "lost-customer", form);
    }

    private static Map<String, Object> form(String name, String reported) {
        return new HashMap<>(
                Map.of("customerName", name, "language", "en", "reported", reported, "endingKind", "none"));
    }

    private void talks(String lost, String result) {
        waitsFor(lost, CALL);
        Map<String, Object> fields = new HashMap<>(Map.of("callResult", result, "minutes", 10));
        if (!result.equals("not-reached")) {
            fields.put("customerWords", "That is what they said.");
        }
        desk.does("retention", lost, CALL, fields);
    }

    private void waitsFor(String lost, String task) {
        patiently(() -> desk.openTasks(lost).contains(task));
    }

    private void patiently(BooleanSupplier come) {
        for (int day = 0; day < DAYS_OF_PATIENCE && !come.getAsBoolean(); day++) {
            desk.passes(Duration.ofDays(1));
        }
        assertThat(come.getAsBoolean())
                .as("after " + DAYS_OF_PATIENCE + " days")
                .isTrue();
    }

    private void confirms(String lost, String reason) {
        desk.does("retention", lost, CONFIRM, reason(reason));
    }

    private static Map<String, Object> reason(String reason) {
        return new HashMap<>(Map.of(
                "reason", reason, "reasonNote", "The last order never came, and nobody called back.", "minutes", 5));
    }

    private void offers(String lost, double amount) {
        desk.does(
                "retention",
                lost,
                PREPARE,
                Map.of(
                        "offerKind",
                        "upgrade",
                        "amount",
                        amount,
                        "offerWords",
                        "We would like you back.",
                        "minutes",
                        10));
    }

    private void decides(String lost, String answer) {
        assertThat(desk.reports("retention", lost, "offer-decided", answer, "Told on the phone."))
                .isEmpty();
    }

    private void saysYes(String lost) {
        talks(lost, "interested");
        confirms(lost, "bought-by-price");
        offers(lost, 20);
        decides(lost, "accepted");
    }

    private String saidYes(String customer) {
        String lost = silent(customer);
        saysYes(lost);
        return lost;
    }

    private void reactivates(String lost) {
        desk.does(
                "retention",
                lost,
                REACTIVATE,
                Map.of(
                        "reactivated",
                        List.of("account", "prices", "contract", "contact-data", "colleagues"),
                        "minutes",
                        15));
    }

    private void buys(String customer, double amount) {
        purchase(customer, amount);
    }

    private void cancels(String customer, double amount) {
        purchase(customer, -amount);
    }

    private void purchase(String customer, double amount) {
        Instant now = desk.now();
        jdbc.sql("""
                        insert into purchase (external_id, customer_number, bought_at, bought_on, amount, house_amount, currency, what)
                        values (?, ?, ?, ?, ?, ?, 'GBP', 'Something')""")
                .params(
                        customer + amount + now,
                        customer,
                        now.atOffset(ZoneOffset.UTC),
                        LocalDate.ofInstant(now, ZoneOffset.UTC),
                        amount,
                        amount)
                .update();
    }

    /** Settled at the first talk, and satisfied. */
    private void settles(String complaint) {
        desk.does("agent", complaint, "Task_ContactCustomer", ServiceDesk.contactFields("yes"));
        patiently(() -> desk.file(complaint).state().equals("closed"));
    }

    private LostCustomer kept(String lost) {
        return lostCustomers.find(lost).orElseThrow();
    }

    private String complaintOf(String lost) {
        return Optional.ofNullable(kept(lost).complaintCase()).orElseThrow();
    }

    private @Nullable String closedAs(String lost) {
        assertThat(desk.file(lost).state()).isEqualTo("closed");
        assertThat(kept(lost).outcome()).isEqualTo(desk.file(lost).outcome());
        return kept(lost).outcome();
    }

    private List<String> linksOf(String caseNumber) {
        return jdbc.sql("select other_case_number from case_link where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    private boolean stillWanted(String lost, String letter) {
        return checks.stream().allMatch(check -> check.stillWanted(lost, letter, "1"));
    }
}
