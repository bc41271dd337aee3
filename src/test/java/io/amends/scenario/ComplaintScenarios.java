package io.amends.scenario;

import static io.amends.scenario.ServiceDesk.contactFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.casefile.CaseDetails;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.complaint.Complaints;
import io.amends.complaint.CustomerVoice;
import io.amends.customer.Contact;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.LetterView;
import io.amends.modeling.FormRefusal;
import io.amends.promise.NewPromise;
import io.amends.promise.PromiseDesk;
import io.amends.promise.PromisedTo;
import io.amends.promise.Promises;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** A complaint from intake to closing, along every path of its diagrams; nobody else's visits count, so the database is new. */
@Scenario
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintScenarios {

    private int told;

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerVoice voice;

    @Autowired
    CaseClocks clocks;

    @Autowired
    CustomerDirectory customers;

    @Autowired
    Complaints complaints;

    @Autowired
    Promises promises;

    @Autowired
    PromiseDesk promising;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    List<CaseDetails> details;

    @BeforeEach
    void staffIsThere() {
        Staff.signUp(accounts);
        told++;
    }

    /**
     * Only when every scenario was told: a single one cannot go every way. Handovers have scenarios of their own, and so do calls
     * for help, the watch over them, mail that comes in, and lost customers.
     */
    @AfterAll
    void every_element_of_every_diagram_was_visited() {
        long scenarios = Arrays.stream(ComplaintScenarios.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (told == scenarios) {
            Set<String> diagrams = Elements.allDiagrams();
            diagrams.removeAll(Set.of("handover", "escalation", "clock-watch", "sort-mail", "read-mail"));
            diagrams.removeAll(
                    Set.of("lost-customer", "win-back", "fix-first", "recovery-call", "offer", "churn-scan"));
            diagrams.removeAll(MediaCrisisScenarios.DIAGRAMS);
            assertThat(desk.visitedElements()).containsAll(Elements.of(diagrams));
        }
    }

    // ------------------------------------------------------------ the straight way

    @Test
    void a_complaint_is_acknowledged_investigated_agreed_delivered_and_closed() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        assertThat(desk.letters(caseNumber)).containsExactly("acknowledgement");
        assertThat(PostOffice.mailFor(mail)).hasSize(1);
        assertThat(PostOffice.text(PostOffice.mailFor(mail).get(0))).contains(caseNumber);

        desk.contacts("agent", caseNumber);
        assertThat(desk.file(caseNumber).owner()).isEqualTo("agent");
        desk.concludes("agent", caseNumber, "packaging");
        desk.proposes("agent", caseNumber, 40);
        assertThat(desk.openTasks(caseNumber)).isEmpty();
        voice.decided(caseNumber, true, null);
        desk.settle();
        desk.keepsPromise("agent", caseNumber);
        assertThat(desk.clock(caseNumber, "resolve").running()).isFalse();
        desk.passes(Duration.ofDays(12));
        voice.surveyAnswered(caseNumber, 9, 1, 1, null, null, "Well done");
        desk.settle();

        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
        assertThat(desk.file(caseNumber).outcome()).isEqualTo("agreed");
        assertThat(desk.letters(caseNumber)).containsExactly("acknowledgement", "proposal", "closing", "survey");
        assertThat(clocks.of(caseNumber)).noneMatch(CaseClock::running);
    }

    @Test
    void a_complaint_settled_in_the_quick_lane_gets_a_written_summary_and_no_investigation() {
        String caseNumber = desk.complains(desk.somebody());
        desk.does("agent", caseNumber, "Task_ContactCustomer", contactFields("yes"));
        assertThat(desk.letters(caseNumber)).containsExactly("acknowledgement", "closing");
        assertThat(desk.steps(caseNumber)).doesNotContain("Task_InvestigateCause");
        assertThat(desk.clock(caseNumber, "quick-lane").met()).isNotNull();
        finishUnanswered(caseNumber);
        assertThat(desk.file(caseNumber).outcome()).isEqualTo("settled");
    }

    @Test
    void a_talk_that_settles_nothing_does_not_keep_the_promise_of_the_quick_lane() {
        String caseNumber = desk.complains(desk.somebody());
        desk.does("agent", caseNumber, "Task_ContactCustomer", contactFields("no"));
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_InvestigateCause");
        assertThat(desk.clock(caseNumber, "first-contact").met()).isNotNull();
        assertThat(desk.clock(caseNumber, "quick-lane").met()).isNull();
        assertThat(desk.clock(caseNumber, "quick-lane").stopped()).isNotNull();
    }

    @Test
    void what_the_first_talk_did_not_settle_is_not_promised_by_the_quick_lane_again_when_the_customer_calls_again() {
        String caseNumber = desk.complains(desk.somebody());
        desk.does("agent", caseNumber, "Task_ContactCustomer", contactFields("no"));
        voice.contactedAgain(caseNumber, "phone", "Nobody has called me.");
        desk.settle();
        assertThat(desk.clock(caseNumber, "quick-lane").stopped()).isNotNull();
        assertThat(desk.clock(caseNumber, "quick-lane").occurrence()).isEqualTo(1);
    }

    @Test
    void a_complaint_settled_after_the_quick_lane_has_ended_is_still_investigated() {
        String caseNumber = desk.complains(desk.somebody());
        desk.passes(Duration.ofDays(12));
        desk.does("agent", caseNumber, "Task_ContactCustomer", contactFields("yes"));
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_InvestigateCause");
        assertThat(desk.clock(caseNumber, "quick-lane").met()).isNull();
        assertThat(desk.clock(caseNumber, "quick-lane").stopped()).isNotNull();
    }

    @Test
    void a_complaint_registered_in_the_tasklist_is_a_case_like_any_other() {
        String caseNumber = desk.registers(
                "agent",
                Map.of(
                        "customerName", "Toni Example",
                        "customerMail", desk.somebody(),
                        "language", "en",
                        "channel", "phone",
                        "subject", "delivery",
                        "narrative", "The parcel never arrived.",
                        "urgency", "normal",
                        "harm", "none"));
        assertThat(caseNumber).matches("CMP-\\d{4}-\\d{6}");
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_ContactCustomer");
        assertThat(desk.variables(caseNumber)).doesNotContain("customerName", "customerMail", "narrative");
    }

    @Test
    void a_registration_that_lacks_something_is_refused_by_name_and_leaves_nothing_behind() {
        long before = desk.instances();
        assertThatThrownBy(() -> desk.registers("agent", Map.of("customerName", "Toni", "colour", "red")))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("narrative")
                .hasMessageContaining("colour");
        assertThat(desk.instances()).isEqualTo(before);
    }

    // ------------------------------------------------------------ investigation

    @Test
    void departments_are_asked_in_parallel_and_the_owner_goes_on_with_their_answers() {
        String caseNumber = desk.complains(desk.somebody());
        desk.contacts("agent", caseNumber);
        desk.does(
                "agent",
                caseNumber,
                "Task_InvestigateCause",
                Map.of(
                        "nextStep",
                        "ask-departments",
                        "departments",
                        List.of("legal", "communications"),
                        "departmentQuestion",
                        "Who packed this parcel?",
                        "answerBy",
                        desk.today().plusDays(3).toString()));
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_AnswerEnquiry", "Task_AnswerEnquiry");
        desk.neglects(caseNumber, "Task_AnswerEnquiry");
        answerEnquiries(caseNumber);
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_InvestigateCause");
        desk.concludes("agent", caseNumber, "packaging");
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_ProposeRemedy");
    }

    @Test
    void the_customer_is_asked_and_answers() {
        String caseNumber = desk.complains(desk.somebody());
        asksCustomer(caseNumber);
        assertThat(voice.awaits(caseNumber, CustomerVoice.Kind.REPLY)).isTrue();
        voice.replied(caseNumber, "The parcel was wet.");
        desk.settle();
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_InvestigateCause");
    }

    @Test
    void a_silent_customer_is_reminded_twice_warned_and_after_ninety_more_days_the_case_ends_unanswered() {
        String caseNumber = desk.complains(desk.somebody());
        asksCustomer(caseNumber);
        for (int day = 0; day < 45; day++) {
            desk.passes(Duration.ofDays(1));
        }
        assertThat(desk.lettersToCustomer(caseNumber))
                .containsExactly(
                        "acknowledgement", "question", "reminder", "reminder", "closing-notice", "closed-unanswered");
        assertThat(desk.file(caseNumber).state()).isEqualTo("unanswered");
        desk.passes(Duration.ofDays(91));
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
        assertThat(desk.file(caseNumber).outcome()).isEqualTo("unanswered");
    }

    @Test
    void a_late_answer_reopens_a_case_that_was_closed_as_unanswered() {
        String caseNumber = desk.complains(desk.somebody());
        asksCustomer(caseNumber);
        for (int day = 0; day < 35; day++) {
            desk.passes(Duration.ofDays(1));
        }
        assertThat(desk.file(caseNumber).state()).isEqualTo("unanswered");
        voice.replied(caseNumber, "Sorry, I was abroad.");
        desk.settle();
        assertThat(desk.file(caseNumber).state()).isEqualTo("open");
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_InvestigateCause");
    }

    // ------------------------------------------------------------ remedy

    @Test
    void a_remedy_above_the_owners_authority_is_decided_by_the_next_role_but_never_by_the_proposer() {
        String caseNumber = readyToPropose();
        desk.does("agent", caseNumber, "Task_ProposeRemedy", desk.proposal(1500));
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_ApproveRemedy");
        desk.does("lead", caseNumber, "Task_ApproveRemedy", Map.of("approval", "yes"));
        assertThat(desk.letters(caseNumber)).contains("proposal");
    }

    @Test
    void nobody_approves_what_they_proposed() {
        String caseNumber = readyToPropose();
        accounts.createIfMissing(
                "both",
                "Bo",
                "Both",
                "both@amends.example",
                "a rather long secret",
                List.of("service-agents", "service-managers"));
        desk.does("agent", caseNumber, "Task_ProposeRemedy", desk.proposal(5000));
        desk.does("manager", caseNumber, "Task_ApproveRemedy", Map.of("approval", "no", "approvalReason", "Too much."));
        desk.as("admin", () -> desk.reassign(caseNumber, "Task_ProposeRemedy", "both"));
        desk.does("both", caseNumber, "Task_ProposeRemedy", desk.proposal(12000));
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_ApproveRemedy");
        assertThatThrownBy(() -> desk.does("both", caseNumber, "Task_ApproveRemedy", Map.of("approval", "yes")))
                .isInstanceOf(RuntimeException.class);
        desk.does("director", caseNumber, "Task_ApproveRemedy", Map.of("approval", "yes"));
    }

    @Test
    void a_refused_remedy_goes_back_with_its_reason() {
        String caseNumber = readyToPropose();
        desk.proposes("agent", caseNumber, 800);
        desk.neglects(caseNumber, "Task_ApproveRemedy");
        desk.does(
                "lead",
                caseNumber,
                "Task_ApproveRemedy",
                Map.of("approval", "no", "approvalReason", "A voucher is enough."));
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_ProposeRemedy");
        assertThat(desk.letters(caseNumber)).doesNotContain("proposal");
    }

    @Test
    void the_first_decline_leads_to_another_proposal_the_second_to_the_manager_the_third_to_the_final_response() {
        String caseNumber = readyToPropose();
        declines(caseNumber);
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_ProposeRemedy");
        declines(caseNumber);
        desk.neglects(caseNumber, "Task_TalkToCustomer");
        desk.does(
                "manager",
                caseNumber,
                "Task_TalkToCustomer",
                Map.of("talkResult", "insists", "talkNote", "Wants twice the price of the kettle."));
        declines(caseNumber);
        desk.does(
                "manager",
                caseNumber,
                "Task_WriteFinalResponse",
                Map.of(
                        "finalDecision", "We replace the kettle and refund the postage.",
                        "finalReason", "The lid was broken by the carrier.",
                        "turnTo", "The ombudsman for consumer goods."));
        assertThat(desk.letters(caseNumber)).contains("final-response");
        assertThat(desk.file(caseNumber).outcome()).isEqualTo("final-response");
        assertThat(promises.of(caseNumber)).isEmpty();
    }

    @Test
    void a_proposal_says_what_will_be_done_by_when_and_the_next_one_only_what_is_its_own() {
        String caseNumber = readyToPropose();
        Map<String, Object> proposal = desk.proposal(40);
        proposal.put("action2", "Collect the old one");
        proposal.put("action2Group", "service-agents");
        proposal.put("action2Due", desk.today().plusDays(7).toString());
        desk.does("agent", caseNumber, "Task_ProposeRemedy", proposal);
        voice.decided(caseNumber, false, "I keep the old one.");
        desk.settle();
        desk.proposes("agent", caseNumber, 40);

        DateTimeFormatter day = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.UK);
        String first = "Send a new kettle, by " + day.format(desk.today().plusDays(5));
        String second = "Collect the old one, by " + day.format(desk.today().plusDays(7));
        assertThat(desk.lettersOf(caseNumber, "proposal"))
                .extracting(LetterView::text)
                .satisfiesExactly(
                        text -> assertThat(text).contains("- " + first, "- " + second),
                        text -> assertThat(text).contains("- " + first).doesNotContain("Collect the old one"));
    }

    @Test
    void an_interim_agreement_is_taken_up_again_on_its_date() {
        String caseNumber = readyToPropose();
        Map<String, Object> proposal = desk.proposal(40);
        proposal.put("interim", "yes");
        proposal.put("interimUntil", desk.today().plusDays(10).toString());
        desk.does("agent", caseNumber, "Task_ProposeRemedy", proposal);
        voice.decided(caseNumber, true, null);
        desk.settle();
        assertThat(desk.openTasks(caseNumber)).isEmpty();
        desk.passes(Duration.ofDays(18));
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_ProposeRemedy");
    }

    @Test
    void a_promise_that_cannot_be_kept_in_time_is_moved_with_a_word_to_the_customer() {
        String caseNumber = readyToPropose();
        desk.proposes("agent", caseNumber, 40);
        voice.decided(caseNumber, true, null);
        desk.settle();
        desk.neglects(caseNumber, "Task_KeepPromise");
        desk.does(
                "agent",
                caseNumber,
                "Task_KeepPromise",
                Map.of(
                        "kept", "moved",
                        "newDue", desk.today().plusDays(5).toString(),
                        "movedReason", "The maker delivers next week."));
        assertThat(desk.letters(caseNumber)).contains("promise-moved");
        desk.keepsPromise("agent", caseNumber);
        assertThat(promises.of(caseNumber)).allMatch(promise -> promise.keptAt() != null);
    }

    // ------------------------------------------------------------ satisfaction

    @Test
    void a_low_score_reopens_the_case_once_and_a_second_one_puts_the_customer_on_watch() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        desk.resolves(caseNumber, voice);
        voice.surveyAnswered(caseNumber, 3, null, null, null, null, null);
        desk.settle();
        desk.neglects(caseNumber, "Task_CallDissatisfiedCustomer");
        desk.does(
                "lead",
                caseNumber,
                "Task_CallDissatisfiedCustomer",
                Map.of("callNote", "The new kettle leaks, too.", "callResult", "reopen"));
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_ContactCustomer");
        assertThat(desk.file(caseNumber).state()).isEqualTo("open");

        desk.passes(Duration.ofDays(31));
        desk.resolves(caseNumber, voice);
        voice.surveyAnswered(caseNumber, 2, null, null, null, null, null);
        desk.settle();
        desk.does(
                "manager",
                caseNumber,
                "Task_ManagerCallsCustomer",
                Map.of("callNote", "Apologised in person.", "callResult", "informed"));
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
        String customer = desk.file(caseNumber).customerNumber();
        assertThat(customers.byNumber(customer).orElseThrow().atRiskSince()).isNotNull();
        assertThat(customers.byNumber(customer).orElseThrow().satisfaction()).isEqualTo(2);
    }

    @Test
    void a_dissatisfied_customer_who_wants_no_second_try_is_left_in_peace() {
        String caseNumber = desk.complains(desk.somebody());
        desk.resolves(caseNumber, voice);
        voice.surveyAnswered(caseNumber, 5, null, null, null, null, null);
        desk.settle();
        desk.does(
                "lead",
                caseNumber,
                "Task_CallDissatisfiedCustomer",
                Map.of("callNote", "Wants to leave it at that.", "callResult", "no-reopen"));
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
    }

    @Test
    void silence_of_a_customer_whose_safety_was_at_risk_leads_to_a_courtesy_call() {
        String caseNumber =
                desk.complains(desk.complaint(desk.somebody()).safetyRisk().build());
        desk.resolves(caseNumber, voice);
        desk.passes(Duration.ofDays(22));
        desk.does("agent", caseNumber, "Task_MakeCourtesyCall", Map.of("courtesyResult", "dissatisfied"));
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_CallDissatisfiedCustomer");
    }

    @Test
    void one_person_is_surveyed_once_in_thirty_days_at_most() {
        String mail = desk.somebody();
        String first = desk.complains(mail);
        String second = desk.complains(desk.complaint(mail).subject("billing").build());
        desk.resolves(first, voice);
        desk.resolves(second, voice);
        assertThat(desk.letters(first)).contains("survey");
        assertThat(desk.letters(second)).contains("closing").doesNotContain("survey");
    }

    // ------------------------------------------------------------ beside the main line

    @Test
    void a_withdrawn_complaint_is_confirmed_and_closed() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        voice.withdrawn(caseNumber, "It works now.");
        desk.settle();
        assertThat(desk.letters(caseNumber)).contains("withdrawal-confirmed");
        assertThat(desk.file(caseNumber).outcome()).isEqualTo("withdrawn");
        assertThat(desk.openTasks(caseNumber)).isEmpty();
        assertThat(clocks.of(caseNumber)).noneMatch(CaseClock::running);
    }

    @Test
    void the_third_contact_on_one_matter_raises_the_severity_and_warns_the_media_desk() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        assertThat(desk.file(caseNumber).severity()).isEqualTo("S4");
        assertThat(desk.complains(mail)).isEqualTo(caseNumber);
        assertThat(desk.file(caseNumber).severity()).isEqualTo("S3");
        voice.contactedAgain(caseNumber, "phone", "Nobody has called me.");
        desk.settle();
        assertThat(desk.file(caseNumber).severity()).isEqualTo("S2");
        assertThat(desk.letters(caseNumber)).contains("media-warning");
        assertThat(PostOffice.mailFor("media@amends.example")).isNotEmpty();

        Task task = desk.openTask(caseNumber, "Task_ContactCustomer");
        assertThat(task.getPriority()).isEqualTo(70);
        assertThat(task.getDueDate().toInstant())
                .isEqualTo(desk.clock(caseNumber, "first-contact").due());
        assertThat(details.get(0).facts(caseNumber).get("What happened")).contains("Nobody has called me.");
    }

    @Test
    void a_further_contact_in_which_somebody_is_in_danger_makes_it_the_highest_severity() {
        String mail = desk.somebody();
        String caseNumber = desk.complains(mail);
        assertThat(desk.complains(desk.complaint(mail).safetyRisk().build())).isEqualTo(caseNumber);
        assertThat(desk.file(caseNumber).severity()).isEqualTo("S1");
    }

    @Test
    void a_word_of_going_to_the_press_makes_it_the_highest_severity() {
        String caseNumber = desk.complains(desk.somebody());
        voice.mediaThreat(caseNumber, "Will call the local paper.");
        desk.settle();
        assertThat(desk.file(caseNumber).severity()).isEqualTo("S1");
        assertThat(desk.letters(caseNumber)).contains("media-warning");
    }

    @Test
    void a_regulator_brings_a_clock_of_fifteen_days_and_of_sixty_once_told_that_the_complaint_is_in_progress() {
        String caseNumber = desk.complains(desk.somebody());
        voice.regulatorInvolved(caseNumber, "Letter from the authority.");
        desk.settle();
        assertThat(desk.file(caseNumber).severity()).isEqualTo("S1");
        assertThat(granted(caseNumber, "regulator")).isEqualTo(Duration.ofDays(15));
        desk.neglects(caseNumber, "Task_TellRegulator");
        desk.does(
                "legal",
                caseNumber,
                "Task_TellRegulator",
                Map.of(
                        "regulatorTold", true,
                        "regulatorReference", "R-2026/17",
                        "regulatorNote", "Told Ms Miller on the phone."));
        assertThat(granted(caseNumber, "regulator")).isEqualTo(Duration.ofDays(60));
        assertThat(desk.clock(caseNumber, "regulator-word").met()).isNotNull();
    }

    @Test
    void a_regulator_who_is_not_told_keeps_waiting_fifteen_days() {
        String caseNumber = desk.complains(desk.somebody());
        voice.regulatorInvolved(caseNumber, "Letter from the authority.");
        desk.settle();
        desk.does("legal", caseNumber, "Task_TellRegulator", Map.of("regulatorNote", "They asked for nothing yet."));
        assertThat(granted(caseNumber, "regulator")).isEqualTo(Duration.ofDays(15));
    }

    @Test
    void a_repeat_within_ninety_days_raises_the_severity_by_one() {
        String mail = desk.somebody();
        String first = desk.complains(mail);
        voice.withdrawn(first, null);
        desk.settle();
        desk.passes(Duration.ofDays(60));
        String second = desk.complains(mail);
        assertThat(second).isNotEqualTo(first);
        assertThat(complaints.find(second).orElseThrow().repeatOf()).isEqualTo(first);
        assertThat(desk.file(second).severity()).isEqualTo("S3");
    }

    @Test
    void a_customer_number_with_somebody_elses_mail_is_the_owners_choice_too() {
        String mail = desk.somebody();
        var one = customers.addProspect(new Contact(null, "Kim One", desk.somebody(), null, null, "en"));
        var two = customers.addProspect(new Contact(null, "Kim Two", mail, null, null, "en"));
        String caseNumber =
                desk.complains(desk.complaint(mail).customer(one.number()).build());
        assertThat(desk.file(caseNumber).customerNumber()).isNull();
        assertThat(complaints.candidates(caseNumber)).containsExactly(one.number(), two.number());
    }

    @Test
    void two_matching_customers_are_the_owners_choice() {
        String mail = desk.somebody();
        String phone = "+44 20 7946 0991";
        var one = customers.addProspect(new Contact(null, "Sam One", mail, null, null, "en"));
        var two = customers.addProspect(new Contact(null, "Sam Two", null, phone, null, "en"));
        String caseNumber =
                desk.complains(desk.complaint(mail).phone(phone).name("Sam").build());
        assertThat(desk.file(caseNumber).customerNumber()).isNull();
        assertThat(complaints.candidates(caseNumber)).contains(one.number(), two.number());
        Map<String, Object> fields = contactFields("no");
        assertThatThrownBy(() -> desk.does("agent", caseNumber, "Task_ContactCustomer", fields))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("customerChoice");
        fields.put("customerChoice", two.number());
        desk.does("agent", caseNumber, "Task_ContactCustomer", fields);
        assertThat(desk.file(caseNumber).customerNumber()).isEqualTo(two.number());
    }

    // ------------------------------------------------------------ late, and without an address

    @Test
    void whoever_may_take_a_task_is_warned_and_the_team_lead_is_called_when_nobody_does() {
        String caseNumber = desk.complains(desk.somebody());
        desk.neglects(caseNumber, "Task_ContactCustomer");
        assertThat(desk.lettersOf(caseNumber, "clock-warning"))
                .extracting(LetterView::recipient)
                .contains("agent@amends.example", "agent2@amends.example");
        assertThat(desk.lettersOf(caseNumber, "escalation"))
                .extracting(LetterView::recipient)
                .containsExactly("lead@amends.example");
        desk.contacts("agent", caseNumber);
        assertThat(desk.openTasks(caseNumber)).containsExactly("Task_InvestigateCause");
    }

    @Test
    void an_owner_who_does_not_look_after_the_case_is_nudged_and_then_somebody_else_is_chosen() {
        String caseNumber = desk.complains(desk.somebody());
        desk.contacts("agent", caseNumber);
        desk.comes(desk.clock(caseNumber, "owner-idle").warnAt());
        assertThat(desk.letters(caseNumber)).contains("owner-idle");
        desk.comes(desk.clock(caseNumber, "owner-idle").due());
        desk.does(
                "lead",
                caseNumber,
                "Task_ChooseNewOwner",
                Map.of("ownerChoice", "reassign", "newOwner", "agent2", "handoverReason", "Alex is ill."));
        desk.does("agent2", caseNumber, "Task_AgreeToTakeOver", Map.of("consent", "yes"));
        assertThat(desk.file(caseNumber).owner()).isEqualTo("agent2");
    }

    @Test
    void what_is_promised_beside_the_steps_is_a_task_too() {
        String caseNumber = desk.complains(desk.somebody());
        desk.contacts("agent", caseNumber);
        promising.makeNow(
                caseNumber,
                new NewPromise(
                        "Call back on Friday",
                        "service-agents",
                        desk.today().plusDays(7).toString(),
                        PromisedTo.CUSTOMER),
                "agent");
        desk.settle();
        desk.keepsPromise("agent2", caseNumber);
        assertThat(promises.of(caseNumber)).allMatch(promise -> promise.keptAt() != null);
    }

    @Test
    void a_customer_without_an_address_is_called_instead_and_asked_by_phone() {
        String caseNumber = desk.complains(desk.complaint(null)
                .channel("phone")
                .name("Robin " + desk.somebody())
                .build());
        desk.neglects(caseNumber, "Task_AcknowledgeByPhone");
        desk.does(
                "agent",
                caseNumber,
                "Task_AcknowledgeByPhone",
                Map.of("acknowledgeResult", "reached", "spokeWith", "Robin"));
        desk.contacts("agent", caseNumber);
        desk.concludes("agent", caseNumber, "delivery");
        desk.proposes("agent", caseNumber, 40);
        desk.does("agent", caseNumber, "Task_AskByPhone", Map.of("askResult", "not-reached"));
        assertThat(desk.openTasks(caseNumber)).isEmpty();
        desk.passes(Duration.ofDays(12));
        desk.neglects(caseNumber, "Task_AskByPhone");
        desk.does("agent", caseNumber, "Task_AskByPhone", Map.of("askResult", "reached", "answerDecision", "accepted"));
        assertThat(desk.openTasks(caseNumber)).contains("Task_KeepPromise");
        desk.keepsPromise("agent", caseNumber);
        desk.neglects(caseNumber, "Task_ReachCustomer");
        desk.does(
                "agent", caseNumber, "Task_ReachCustomer", Map.of("reachedBy", "letter", "reachNote", "Sent by post."));
        desk.passes(Duration.ofDays(12));
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
    }

    // ------------------------------------------------------------ learning

    @Test
    void a_cause_seen_three_times_in_thirty_days_is_reviewed_and_its_actions_are_chased() {
        for (int i = 0; i < 2; i++) {
            String earlier = desk.complains(desk.somebody());
            desk.contacts("agent", earlier);
            desk.concludes("agent", earlier, "wrong-labelling");
        }
        String caseNumber = desk.complains(desk.somebody());
        desk.contacts("agent", caseNumber);
        desk.concludes("agent", caseNumber, "wrong-labelling");
        desk.proposes("agent", caseNumber, 40);
        voice.decided(caseNumber, true, null);
        desk.settle();
        desk.keepsPromise("agent", caseNumber);
        desk.passes(Duration.ofDays(12));
        voice.surveyAnswered(caseNumber, 8, null, null, null, null, null);
        desk.settle();
        desk.neglects(caseNumber, "Task_ReviewComplaint");
        desk.does(
                "lead",
                caseNumber,
                "Task_ReviewComplaint",
                Map.of(
                        "rootCause", "Labels are printed before the order is checked.",
                        "action1", "Print labels after the check",
                        "action1Group", "service-managers",
                        "action1Due", desk.today().plusDays(10).toString()));
        int letters = desk.letters(caseNumber).size();
        desk.does(
                "manager",
                caseNumber,
                "Task_KeepPromise",
                Map.of(
                        "kept", "moved",
                        "newDue", desk.today().plusDays(12).toString(),
                        "movedReason", "Delivery of the printer."));
        assertThat(desk.letters(caseNumber)).hasSize(letters);
        desk.keepsPromise("manager", caseNumber);
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
    }

    // ------------------------------------------------------------ helpers

    /** How much wall time a clock has from its start, as the calendar counts it: a day in March may be an hour short. */
    private Duration granted(String caseNumber, String name) {
        CaseClock clock = desk.clock(caseNumber, name);
        ZoneId zone = desk.zone();
        return Duration.between(
                LocalDateTime.ofInstant(clock.start(), zone), LocalDateTime.ofInstant(clock.due(), zone));
    }

    private String readyToPropose() {
        String caseNumber = desk.complains(desk.somebody());
        desk.contacts("agent", caseNumber);
        desk.concludes("agent", caseNumber, "delivery");
        return caseNumber;
    }

    private void declines(String caseNumber) {
        desk.proposes("agent", caseNumber, 40);
        voice.decided(caseNumber, false, "Not enough.");
        desk.settle();
    }

    private void asksCustomer(String caseNumber) {
        desk.contacts("agent", caseNumber);
        desk.does(
                "agent",
                caseNumber,
                "Task_InvestigateCause",
                Map.of("nextStep", "ask-customer", "customerQuestion", "Was the parcel wet?"));
    }

    private void answerEnquiries(String caseNumber) {
        Map<String, Object> answer = new HashMap<>(Map.of("enquiryAnswer", "It was packed in hall 3."));
        while (desk.openTasks(caseNumber).contains("Task_AnswerEnquiry")) {
            String department = desk.groupOf(caseNumber, "Task_AnswerEnquiry");
            desk.does(department.equals("legal") ? "legal" : "media", caseNumber, "Task_AnswerEnquiry", answer);
        }
    }

    private void finishUnanswered(String caseNumber) {
        desk.passes(Duration.ofDays(12));
        desk.passes(Duration.ofDays(22));
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
    }
}
