package io.amends.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.casefile.CaseDetails;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.Handover;
import io.amends.clock.Budget;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.complaint.CustomerVoice;
import io.amends.handover.Handovers;
import io.amends.letter.LetterView;
import io.amends.modeling.FormRefusal;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Who takes a case first keeps it, is asked when it rests, and gives it on with a reason and a word to the customer (K-6). */
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoverScenarios {

    private static final String IDLE = "owner-idle";
    private static final String CONTACT = "Task_ContactCustomer";
    private static final String INVESTIGATE = "Task_InvestigateCause";
    private static final String CHOOSE = "Task_ChooseNewOwner";
    private static final String AGREE = "Task_AgreeToTakeOver";
    private static final String BEN = "agent2 Example (agent2)";
    private static final String HAND_OVER = "handover-asked";

    private int told;

    @Autowired
    ServiceDesk desk;

    @Autowired
    CustomerVoice voice;

    @Autowired
    CaseClocks clocks;

    @Autowired
    CaseFiles cases;

    @Autowired
    Handovers handovers;

    @Autowired
    TaskService tasks;

    @Autowired
    StaffAccounts accounts;

    @BeforeEach
    void staffIsThere() {
        Staff.signUp(accounts);
        told++;
    }

    /** Only when every scenario was told: a single one cannot go every way. */
    @AfterAll
    void every_element_of_the_diagram_was_visited() {
        long scenarios = Arrays.stream(HandoverScenarios.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (told == scenarios) {
            assertThat(desk.visitedElements()).containsAll(Elements.of(Set.of("handover")));
        }
    }

    // ------------------------------------------------------------ the first owner

    @Test
    void whoever_claims_the_first_contact_owns_the_case_and_nobody_does_when_it_is_given_back() {
        String caseNumber = desk.complains(desk.somebody());
        desk.claims("agent", caseNumber, CONTACT);
        assertThat(desk.file(caseNumber).owner()).isEqualTo("agent");

        desk.givesBack("agent", caseNumber, CONTACT);
        assertThat(desk.file(caseNumber).owner()).isNull();
        assertThat(desk.clock(caseNumber, IDLE).running()).isFalse();

        desk.contacts("agent2", caseNumber);
        assertThat(desk.file(caseNumber).owner()).isEqualTo("agent2");
        assertThat(desk.assigneeOf(caseNumber, INVESTIGATE)).isEqualTo("agent2");
    }

    @Test
    void whoever_helps_out_takes_the_case_from_nobody() {
        String caseNumber = desk.complains(desk.somebody());
        desk.claims("agent", caseNumber, CONTACT);
        desk.as("lead", () -> desk.reassign(caseNumber, CONTACT, "agent2"));
        assertThat(desk.file(caseNumber).owner()).isEqualTo("agent");

        desk.contacts("agent2", caseNumber);
        desk.givesBack("agent", caseNumber, INVESTIGATE);
        desk.claims("agent2", caseNumber, INVESTIGATE);
        assertThat(desk.file(caseNumber).owner()).isEqualTo("agent");
    }

    // ------------------------------------------------------------ an idle owner

    @Test
    void an_idle_owner_is_nudged_after_one_business_day_and_after_two_the_team_lead_gives_the_case_to_somebody_else() {
        String mail = desk.somebody();
        String caseNumber = owned(mail);
        Instant lastTouch = desk.clock(caseNumber, IDLE).start();

        desk.comes(clocks.due(lastTouch, new Budget(1, Budget.Unit.BUSINESS_DAYS)));
        assertThat(desk.lettersOf(caseNumber, IDLE)).singleElement().satisfies(nudge -> {
            assertThat(nudge.recipient()).isEqualTo("agent@amends.example");
            assertThat(nudge.text())
                    .contains("Investigate the cause: ", "/cases/" + caseNumber + "/tasks/" + INVESTIGATE)
                    .contains("because you own the case");
        });
        assertThat(desk.openTasks(caseNumber)).containsExactly(INVESTIGATE);

        desk.comes(clocks.due(lastTouch, new Budget(2, Budget.Unit.BUSINESS_DAYS)));
        assertThat(desk.groupOf(caseNumber, CHOOSE)).isEqualTo("team-leads");
        assertThat(desk.clock(caseNumber, IDLE).running())
                .as("somebody looks after it by now")
                .isFalse();

        desk.neglects(caseNumber, CHOOSE);
        desk.does("lead", caseNumber, CHOOSE, toBen("Alex is on sick leave."));
        assertThat(desk.assigneeOf(caseNumber, AGREE)).isEqualTo("agent2");
        assertThat(desk.file(caseNumber).owner()).isEqualTo("agent");

        desk.neglects(caseNumber, AGREE);
        desk.does("agent2", caseNumber, AGREE, Map.of("consent", "yes"));
        assertThat(desk.file(caseNumber).owner()).isEqualTo("agent2");
        assertThat(desk.openTasks(caseNumber)).containsExactly(INVESTIGATE);
        assertThat(desk.assigneeOf(caseNumber, INVESTIGATE)).isEqualTo("agent2");
        assertThat(desk.clock(caseNumber, IDLE).running()).isTrue();
        assertThat(cases.handovers(caseNumber)).singleElement().satisfies(handover -> {
            assertThat(handover.from()).isEqualTo("agent");
            assertThat(handover.to()).isEqualTo("agent2");
            assertThat(handover.reason()).isEqualTo("Alex is on sick leave.");
            assertThat(handover.askedBy()).isNull();
        });
        assertThat(desk.lettersOf(caseNumber, "new-owner")).singleElement().satisfies(letter -> {
            assertThat(letter.recipient()).isEqualTo(mail);
            assertThat(letter.text()).contains("From today agent2 Example looks after your case");
        });

        desk.concludes("agent2", caseNumber, "packaging");
        assertThat(desk.assigneeOf(caseNumber, "Task_ProposeRemedy")).isEqualTo("agent2");
    }

    @Test
    void all_that_the_owner_does_on_the_case_begins_the_time_anew() {
        String caseNumber = owned(desk.somebody());
        assertTouched(caseNumber, () -> desk.comments("agent", caseNumber, INVESTIGATE));
        assertTouched(caseNumber, () -> assertThat(
                        desk.reports("agent", caseNumber, "customer-contacted-again", "phone", "Asks how it goes."))
                .isEmpty());
        assertTouched(caseNumber, () -> desk.concludes("agent", caseNumber, "packaging"));

        Instant begun = desk.clock(caseNumber, IDLE).start();
        desk.passes(Duration.ofMinutes(10));
        desk.comments("agent2", caseNumber, "Task_ProposeRemedy");
        desk.reports("agent2", caseNumber, "customer-contacted-again", "phone", "Asks once more.");
        assertThat(desk.clock(caseNumber, IDLE).start())
                .as("what others do is no sign of the owner")
                .isEqualTo(begun);
    }

    @Test
    void an_owner_is_idle_only_with_open_work() {
        String caseNumber = owned(desk.somebody());
        desk.givesBack("agent", caseNumber, INVESTIGATE);
        assertThat(desk.clock(caseNumber, IDLE).running()).isFalse();
        desk.claims("agent", caseNumber, INVESTIGATE);
        assertThat(desk.clock(caseNumber, IDLE).running()).isTrue();

        desk.does(
                "agent",
                caseNumber,
                INVESTIGATE,
                Map.of("nextStep", "ask-customer", "customerQuestion", "Was the parcel wet?"));
        assertThat(desk.clock(caseNumber, IDLE).running()).isFalse();
        desk.comes(clocks.due(desk.now(), new Budget(2, Budget.Unit.BUSINESS_DAYS)));
        assertThat(desk.letters(caseNumber)).doesNotContain(IDLE);

        voice.replied(caseNumber, "Yes, it was.");
        desk.settle();
        CaseClock idle = desk.clock(caseNumber, IDLE);
        assertThat(idle.running()).isTrue();
        assertThat(idle.due()).isAfter(desk.now());
    }

    @Test
    void an_owner_who_keeps_the_case_has_the_whole_time_again() {
        String caseNumber = owned(desk.somebody());
        int before = desk.clock(caseNumber, IDLE).occurrence();
        desk.comes(desk.clock(caseNumber, IDLE).due());
        desk.does("lead", caseNumber, CHOOSE, Map.of("ownerChoice", "stays"));

        assertThat(desk.openTasks(caseNumber)).containsExactly(INVESTIGATE);
        assertThat(desk.file(caseNumber).owner()).isEqualTo("agent");
        CaseClock idle = desk.clock(caseNumber, IDLE);
        assertThat(idle.running()).isTrue();
        assertThat(idle.occurrence()).isGreaterThan(before);
        assertThat(idle.due()).isAfter(desk.now());
        assertThat(desk.letters(caseNumber)).doesNotContain("new-owner");
    }

    // ------------------------------------------------------------ asked for

    @Test
    void an_owner_hands_the_case_over_on_its_page() {
        String caseNumber = owned(desk.somebody());
        assertThat(canHandOver("agent", caseNumber)).isTrue();
        assertThat(desk.reports("agent", caseNumber, HAND_OVER, BEN, "I go on leave."))
                .isEmpty();
        assertThat(desk.assigneeOf(caseNumber, AGREE)).isEqualTo("agent2");
        assertThat(canHandOver("lead", caseNumber)).as("one handover at a time").isFalse();

        desk.does("agent2", caseNumber, AGREE, Map.of("consent", "yes"));
        assertThat(cases.handovers(caseNumber)).extracting(Handover::askedBy).containsExactly("agent");
        assertThat(desk.lettersToCustomer(caseNumber)).endsWith("new-owner");

        assertThat(desk.reports("lead", caseNumber, HAND_OVER, "agent Example (agent)", "Alex is back."))
                .isEmpty();
        desk.does("agent", caseNumber, AGREE, Map.of("consent", "yes"));
        assertThat(cases.handovers(caseNumber)).extracting(Handover::to).containsExactly("agent2", "agent");
        assertThat(desk.lettersOf(caseNumber, "new-owner"))
                .extracting(LetterView::text)
                .last()
                .asString()
                .contains("From today agent Example");
    }

    @Test
    void an_owner_who_knows_nobody_lets_the_team_lead_choose() {
        String caseNumber = owned(desk.somebody());
        desk.reports("agent", caseNumber, HAND_OVER, "let the team lead choose", "I go on leave.");
        assertThat(desk.openTasks(caseNumber)).containsExactly(CHOOSE, INVESTIGATE);
        assertThatThrownBy(() -> desk.does(
                        "lead",
                        caseNumber,
                        CHOOSE,
                        Map.of("ownerChoice", "reassign", "newOwner", "agent", "handoverReason", "Stay.")))
                .as("the owner is no new owner")
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("newOwner");
        desk.does("lead", caseNumber, CHOOSE, toBen("Alex goes on leave."));
        desk.does("agent2", caseNumber, AGREE, Map.of("consent", "yes"));
        assertThat(desk.file(caseNumber).owner()).isEqualTo("agent2");
    }

    @Test
    void who_does_not_agree_says_why_and_somebody_else_is_chosen() {
        String caseNumber = owned(desk.somebody());
        desk.reports("agent", caseNumber, HAND_OVER, BEN, "I go on leave.");
        desk.does("agent2", caseNumber, AGREE, Map.of("consent", "no", "consentNote", "I know the customer."));
        assertThat(desk.openTasks(caseNumber)).containsExactly(CHOOSE, INVESTIGATE);
        assertThat(desk.file(caseNumber).owner()).isEqualTo("agent");
        assertThat(desk.letters(caseNumber)).doesNotContain("new-owner");
        desk.does(
                "lead",
                caseNumber,
                CHOOSE,
                Map.of("ownerChoice", "reassign", "newOwner", "lead", "handoverReason", "I do it myself."));
        desk.does("lead", caseNumber, AGREE, Map.of("consent", "yes"));
        assertThat(desk.file(caseNumber).owner()).isEqualTo("lead");
    }

    @Test
    void nobody_agrees_for_somebody_else_but_anybody_may_say_that_it_cannot_be() {
        String caseNumber = owned(desk.somebody());
        desk.reports("agent", caseNumber, HAND_OVER, BEN, "I go on leave.");
        String task = desk.openTask(caseNumber, AGREE).getId();
        assertThatThrownBy(() -> desk.as("lead", () -> tasks.complete(task, Map.of("consent", "yes"))))
                .hasMessageContaining("the task is with agent2");
        desk.as("lead", () -> desk.reassign(caseNumber, AGREE, "lead"));
        assertThatThrownBy(() -> desk.does("lead", caseNumber, AGREE, Map.of("consent", "yes")))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("can only be given by agent2 Example");
        desk.does("lead", caseNumber, AGREE, Map.of("consent", "no", "consentNote", "Ben is away, too."));
        assertThat(desk.openTasks(caseNumber)).containsExactly(CHOOSE, INVESTIGATE);
    }

    @Test
    void only_the_owner_and_who_leads_hand_a_case_over_and_only_to_somebody_who_can_own_it() {
        String unowned = desk.complains(desk.somebody());
        assertThat(canHandOver("lead", unowned)).isFalse();
        assertRefused(() -> handovers.ask(unowned, "agent2", "Why not", "lead"), "Nobody owns the case yet");

        String caseNumber = owned(desk.somebody());
        assertThat(canHandOver("agent2", caseNumber)).isFalse();
        assertThat(canHandOver("director", caseNumber)).isTrue();
        assertRefused(() -> handovers.ask(caseNumber, "agent2", "I want it", "agent2"), "Only its owner");
        assertRefused(() -> handovers.ask(caseNumber, "agent", "Stay", "lead"), "owns the case already");
        assertRefused(() -> handovers.ask(caseNumber, "nobody", "Why not", "lead"), "'nobody' is nobody who can own");
        assertRefused(() -> handovers.ask(caseNumber, "legal", "Why not", "lead"), "'legal' is nobody who can own");
        assertRefused(() -> handovers.ask(caseNumber, "agent2", " ", "lead"), "write down why");
        assertRefused(() -> handovers.ask("CMP-2026-999999", "agent2", "Why not", "lead"), "no case");
        assertThat(desk.openTasks(caseNumber)).containsExactly(INVESTIGATE);

        voice.withdrawn(caseNumber, null);
        desk.settle();
        assertThat(canHandOver("lead", caseNumber)).isFalse();
        assertRefused(() -> handovers.ask(caseNumber, "agent2", "Why not", "lead"), "The case is closed");
    }

    @Test
    void what_the_owner_had_taken_from_a_group_goes_back_to_the_group() {
        String caseNumber = owned(desk.somebody());
        desk.concludes("agent", caseNumber, "packaging");
        desk.proposes("agent", caseNumber, 40);
        voice.decided(caseNumber, true, null);
        desk.settle();
        desk.claims("agent", caseNumber, "Task_KeepPromise");
        desk.reports("lead", caseNumber, HAND_OVER, BEN, "Alex goes on leave.");
        desk.does("agent2", caseNumber, AGREE, Map.of("consent", "yes"));
        assertThat(desk.assigneeOf(caseNumber, "Task_KeepPromise")).isNull();
    }

    @Test
    void a_case_that_closes_needs_no_new_owner_any_more() {
        String caseNumber = desk.complains(desk.somebody());
        desk.claims("agent", caseNumber, CONTACT);
        desk.reports("agent", caseNumber, HAND_OVER, BEN, "I go on leave.");
        desk.does("agent", caseNumber, CONTACT, ServiceDesk.contactFields("yes"));
        desk.passes(Duration.ofDays(12));
        assertThat(desk.openTasks(caseNumber)).contains(AGREE);
        desk.passes(Duration.ofDays(22));
        assertThat(desk.file(caseNumber).state()).isEqualTo("closed");
        assertThat(desk.openTasks(caseNumber)).isEmpty();
        assertThat(clocks.of(caseNumber)).noneMatch(CaseClock::running);
        assertThat(desk.file(caseNumber).owner()).isEqualTo("agent");
    }

    // ------------------------------------------------------------ helpers

    /** A case that agent owns and has open work on. */
    private String owned(String mail) {
        String caseNumber = desk.complains(mail);
        desk.contacts("agent", caseNumber);
        return caseNumber;
    }

    private static Map<String, Object> toBen(String reason) {
        return Map.of("ownerChoice", "reassign", "newOwner", "agent2", "handoverReason", reason);
    }

    private boolean canHandOver(String user, String caseNumber) {
        return desk.canReport(user, caseNumber).stream()
                .map(CaseDetails.Action::name)
                .anyMatch(HAND_OVER::equals);
    }

    private void assertTouched(String caseNumber, Runnable work) {
        Instant before = desk.clock(caseNumber, IDLE).start();
        desk.passes(Duration.ofMinutes(10));
        work.run();
        assertThat(desk.clock(caseNumber, IDLE).start()).isAfter(before.plus(Duration.ofMinutes(9)));
    }

    private static void assertRefused(Runnable asking, String reason) {
        assertThatThrownBy(asking::run).isInstanceOf(FormRefusal.class).hasMessageContaining(reason);
    }
}
