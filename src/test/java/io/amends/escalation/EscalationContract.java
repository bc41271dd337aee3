package io.amends.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.amends.clock.Budget;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockStart;
import io.amends.clock.HouseClock;
import io.amends.escalation.EscalationTestApp.EscalationTest;
import io.amends.letter.LetterSender;
import io.amends.letter.LetterView;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.TaskFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** From the first call to the end of an escalation, on whichever database (C-5 to C-7, C-9). */
@EscalationTest
abstract class EscalationContract {

    private static final String NOTE = "I will call the customer at once.";

    @Autowired
    HelpDesk desk;

    @Autowired
    CaseClocks clocks;

    @Autowired
    EscalationTable table;

    @Autowired
    HouseClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    LetterSender sender;

    @Autowired
    JavaMailSenderImpl server;

    @Autowired
    List<TaskFacts> facts;

    private GreenMail mailbox;

    @BeforeEach
    void open() {
        mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailbox.start();
        server.setPort(mailbox.getSmtp().getPort());
        desk.opens();
    }

    @AfterEach
    void close() {
        desk.closes();
        mailbox.stop();
    }

    @Test
    void nobody_acknowledges_so_each_level_is_called_in_turn_and_the_top_again_and_again() {
        String late = desk.isLate();
        assertThat(desk.called(late)).isEqualTo("team-leads");
        desk.windowPasses(late);
        assertThat(desk.called(late)).isEqualTo("service-managers");
        desk.windowPasses(late);
        assertThat(desk.called(late)).isEqualTo("directors");
        desk.windowPasses(late);
        assertThat(desk.called(late)).isEqualTo("directors");

        assertThat(desk.only(late).calls())
                .extracting(EscalationView.Call::level, EscalationView.Call::group)
                .containsExactly(
                        tuple(1, "team-leads"),
                        tuple(2, "service-managers"),
                        tuple(3, "directors"),
                        tuple(3, "directors"));
        assertThat(desk.letters(late))
                .extracting(LetterView::recipient, LetterView::occurrence, LetterView::fate)
                .containsExactly(
                        tuple("lead@amends.example", "resolve-1-1", "sent"),
                        tuple("lead2@amends.example", "resolve-1-1", "sent"),
                        tuple("manager@amends.example", "resolve-1-2", "sent"),
                        tuple("director@amends.example", "resolve-1-3", "sent"),
                        tuple("director@amends.example", "resolve-1-4", "sent"));
        assertThat(mailbox.getReceivedMessages()).hasSize(5);
    }

    @Test
    void whoever_acknowledges_has_their_own_time_and_then_the_next_level_is_told_with_the_name() {
        String late = desk.isLate();
        assertThat(desk.call(late).getName())
                .as("several run side by side")
                .isEqualTo("Acknowledge the escalation: resolve");
        desk.acknowledges("lead", late, NOTE);
        desk.settles();
        assertThat(desk.calling(late)).isEmpty();

        desk.ownTimePasses(late);

        assertThat(desk.called(late)).isEqualTo("service-managers");
        assertThat(desk.only(late).calls().get(0).acknowledgedBy()).isEqualTo("lead");
        Map<String, Object> shown = shown(late);
        assertThat(shown.get("escalation").toString()).contains("what=Resolve", "since=", "by=");
        assertThat(shown.get("toldRows").toString())
                .contains("who=Team leads", "acknowledged=lead Example", "said=" + NOTE);
        assertThat(tasks.getVariables(desk.call(late).getId())).doesNotContainKey("acknowledgement");
    }

    @Test
    void the_top_level_is_called_again_when_its_acknowledgement_brought_nothing() {
        String late = desk.isLate();
        desk.windowPasses(late);
        desk.windowPasses(late);
        desk.acknowledges("director", late, NOTE);
        desk.ownTimePasses(late);
        assertThat(desk.called(late)).isEqualTo("directors");
        assertThat(desk.only(late).calls()).hasSize(4);
    }

    @Test
    void the_call_ends_at_once_when_the_clock_is_met_while_somebody_is_waited_for() {
        String late = desk.isLate();
        desk.meets(late);
        assertOver(late, "The clock was met");
        assertThat(desk.calling(late)).isEmpty();
    }

    @Test
    void the_call_ends_at_once_when_the_clock_is_met_in_the_time_of_whoever_took_it_on() {
        String late = desk.isLate();
        desk.acknowledges("lead", late, NOTE);
        desk.meets(late);
        assertOver(late, "The clock was met");
    }

    @Test
    void the_call_ends_at_once_when_the_clock_is_met_before_the_letter_is_written() {
        String late = desk.works();
        clock.advance(Duration.ofMinutes(61));
        String escalation = desk.begins(late);
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(escalation)
                .singleResult()
                .getId());
        assertThat(table.liveOf(late)).hasSize(1);

        desk.meets(late);
        desk.settles();

        assertOver(late, "The clock was met");
        assertThat(desk.letters(late)).isEmpty();
    }

    @Test
    void nobody_is_called_when_the_clock_is_met_before_the_escalation_has_begun() {
        String late = desk.works();
        clock.advance(Duration.ofMinutes(61));
        desk.begins(late);
        desk.meets(late);
        desk.settles();
        assertThat(table.of(late)).isEmpty();
        assertThat(desk.letters(late)).isEmpty();
    }

    @Test
    void the_call_ends_at_once_when_the_clock_is_stopped() {
        String late = desk.isLate();
        clocks.stop(late, HelpDesk.RESOLVE);
        assertOver(late, "The clock was stopped");
    }

    @Test
    void the_call_ends_at_once_when_the_clock_gets_more_time() {
        String late = desk.isLate();
        clocks.start(new ClockStart(
                late, HelpDesk.RESOLVE, desk.holder(late), new Budget(9, Budget.Unit.HOURS), null, clock.instant()));
        assertOver(late, "The clock has more time");
    }

    @Test
    void a_clock_that_starts_anew_leaves_the_old_call_behind_and_calls_anew_when_late_again() {
        String late = desk.isLate();
        clocks.startAgain(late, HelpDesk.RESOLVE);
        assertOver(late, "The clock was started anew");
    }

    @Test
    void other_clocks_of_the_case_end_nothing() {
        String late = desk.isLate();
        clocks.start(new ClockStart(
                late, "acknowledge", desk.holder(late), new Budget(9, Budget.Unit.HOURS), null, clock.instant()));
        clocks.meet(late, "acknowledge");
        assertThat(desk.called(late)).isEqualTo("team-leads");
    }

    @Test
    void a_letter_that_waits_is_not_sent_when_the_clock_is_met_meanwhile() {
        String late = desk.works();
        clock.advance(Duration.ofMinutes(61));
        desk.begins(late);
        desk.jobs();
        assertThat(desk.letters(late)).extracting(LetterView::fate).containsOnly("queued");

        desk.meets(late);
        sender.sendDue();

        assertThat(desk.letters(late)).hasSize(2).extracting(LetterView::fate).containsOnly("no-longer-needed");
        assertThat(mailbox.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_colleagues_letter_is_not_sent_any_more_when_somebody_has_acknowledged() {
        String late = desk.works();
        clock.advance(Duration.ofMinutes(61));
        desk.begins(late);
        desk.jobs();
        desk.acknowledges("lead", late, NOTE);
        sender.sendDue();
        assertThat(desk.letters(late)).extracting(LetterView::fate).containsOnly("no-longer-needed");
    }

    @Test
    void the_same_occurrence_is_called_for_once_however_often_it_is_asked_for() {
        String late = desk.isLate();
        String second = desk.calls(late);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(second)
                        .count())
                .isZero();
        assertThat(desk.only(late).calls()).hasSize(1);
        assertThat(desk.letters(late)).hasSize(2);
    }

    @Test
    void a_cancelled_escalation_leaves_nobody_waiting_and_the_next_one_writes_letters_of_its_own() {
        String late = desk.isLate();
        String process = table.liveOf(late).get(0).process();
        runtime.deleteProcessInstance(process, "by mistake");
        assertOver(late, "Cancelled");

        desk.calls(late);

        assertThat(table.of(late)).hasSize(2);
        assertThat(desk.letters(late))
                .extracting(LetterView::occurrence)
                .containsExactly("resolve-1-1", "resolve-1-1", "resolve-1-2", "resolve-1-2");
    }

    @Test
    void the_chain_stays_as_it_was_when_the_table_changes() throws IOException {
        String late = desk.isLate();
        String changed = Files.readString(Path.of("processes/escalation/escalation-chain.dmn"))
                .replace("\"service-managers\"", "\"directors\"");
        String deployment = repository
                .createDeployment()
                .addString("escalation/escalation-chain.dmn", changed)
                .addString(
                        "escalation/escalation.bpmn", Files.readString(Path.of("processes/escalation/escalation.bpmn")))
                .addString(
                        "escalation/acknowledge-escalation.form",
                        Files.readString(Path.of("forms/escalation/acknowledge-escalation.form")))
                .deploy()
                .getId();
        try {
            String later = desk.isLate();
            desk.windowPasses(later);
            assertThat(desk.called(later)).isEqualTo("directors");
            assertThat(desk.only(late).calls())
                    .extracting(EscalationView.Call::group)
                    .startsWith("team-leads", "service-managers");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void only_a_named_member_of_the_group_that_was_called_acknowledges() {
        String late = desk.isLate();
        for (String other : List.of("director", "admin")) {
            assertThatThrownBy(() -> desk.acknowledges(other, late, NOTE))
                    .isInstanceOfAny(FormRefusal.class, AuthorizationException.class);
            assertThatThrownBy(() ->
                            desk.as(other, () -> tasks.claim(desk.call(late).getId(), other)))
                    .isInstanceOfAny(FormRefusal.class, AuthorizationException.class);
        }
        tasks.setAssignee(desk.call(late).getId(), "lead2");
        assertThatThrownBy(() -> desk.acknowledges("admin", late, NOTE))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("must be whoever completes the task");
        assertThatThrownBy(() -> desk.acknowledges("lead2", late, "")).isInstanceOf(FormRefusal.class);
        assertThat(desk.call(late).getAssignee()).isEqualTo("lead2");

        desk.acknowledges("lead2", late, NOTE);
        assertThat(desk.only(late).calls().get(0).acknowledgedBy()).isEqualTo("lead2");
        assertThat(desk.only(late).calls().get(0).note()).isEqualTo(NOTE);
    }

    @Test
    void an_acknowledgement_that_comes_just_before_the_window_passes_counts() throws Exception {
        String late = desk.isLate();
        Task call = desk.call(late);
        clock.advance(
                Duration.between(clock.instant(), call.getDueDate().toInstant()).plusSeconds(1));
        Job window = window(call);

        CountDownLatch acknowledged = new CountDownLatch(1);
        CompletableFuture<Void> timer = CompletableFuture.runAsync(() -> {
            await(acknowledged);
            management.executeJob(window.getId());
        });
        transaction.executeWithoutResult(status -> {
            desk.acknowledges("lead", late, NOTE);
            acknowledged.countDown();
            pause();
        });

        assertThatThrownBy(timer::join).hasRootCauseInstanceOf(OptimisticLockingException.class);
        desk.settles();
        assertThat(desk.only(late).calls())
                .extracting(EscalationView.Call::acknowledgedBy)
                .containsExactly("lead");
        assertThat(desk.calling(late)).isEmpty();
    }

    @Test
    void an_acknowledgement_that_comes_just_after_is_refused_and_the_next_level_is_called() throws Exception {
        String late = desk.isLate();
        Task call = desk.call(late);
        clock.advance(
                Duration.between(clock.instant(), call.getDueDate().toInstant()).plusSeconds(1));
        Job window = window(call);

        CountDownLatch passed = new CountDownLatch(1);
        CompletableFuture<Void> acknowledgement = CompletableFuture.runAsync(() -> {
            await(passed);
            desk.as("lead", () -> tasks.complete(call.getId(), Map.of("acknowledgement", NOTE)));
        });
        transaction.executeWithoutResult(status -> {
            management.executeJob(window.getId());
            passed.countDown();
            pause();
        });

        assertThatThrownBy(acknowledgement::join).hasMessageContaining("Somebody else was faster");
        desk.settles();
        assertThat(desk.called(late)).isEqualTo("service-managers");
        assertThat(desk.only(late).calls())
                .extracting(EscalationView.Call::acknowledgedBy)
                .containsOnlyNulls();
    }

    @Test
    void a_warning_is_not_sent_for_a_clock_that_stands_or_has_ended() {
        String works = desk.works();
        assertThat(wanted(works)).isTrue();
        clocks.pause(works, "reply", "waiting for the customer");
        assertThat(wanted(works)).isFalse();
        clocks.resume(works, "reply");
        assertThat(wanted(works)).isTrue();
        clocks.startAgain(works, HelpDesk.RESOLVE);
        assertThat(wanted(works)).isFalse();
    }

    @Autowired
    WarningLetterCheck warnings;

    private boolean wanted(String caseNumber) {
        return warnings.stillWanted(caseNumber, "clock-warning", "resolve-1");
    }

    private Map<String, Object> shown(String caseNumber) {
        Map<String, Object> variables = tasks.getVariables(desk.call(caseNumber).getId());
        return facts.stream()
                .map(source -> source.of(caseNumber, variables))
                .filter(found -> found.containsKey("escalation"))
                .findFirst()
                .orElseThrow();
    }

    private void assertOver(String caseNumber, String why) {
        EscalationView escalation = desk.only(caseNumber);
        assertThat(escalation.endedWhy()).isEqualTo(why);
        assertThat(escalation.ended()).isNotNull();
        assertThat(table.liveOf(caseNumber)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey(EscalationProcess.KEY)
                        .processInstanceBusinessKey(caseNumber)
                        .count())
                .isZero();
    }

    private Job window(Task call) {
        return management
                .createJobQuery()
                .processInstanceId(call.getProcessInstanceId())
                .timers()
                .singleResult();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Long enough for the other to come to the row that this one holds. */
    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
