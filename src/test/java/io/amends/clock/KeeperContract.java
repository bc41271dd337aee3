package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.transaction.support.TransactionTemplate;

/** What the keeper, the holders of clocks and their tasks do with a real engine, on whichever database. */
@SpringBootTest(
        classes = ClockTestApp.class,
        properties = {
            "camunda.bpm.authorization.enabled=false",
            // an engine of its own name, because engines of one name in one JVM take each other's calls
            "camunda.bpm.process-engine-name=clocks"
        })
@ActiveProfiles("test")
abstract class KeeperContract {

    /** The step has 4 business days of 8 hours and a half: warned after 25 and a half of them. */
    static final Instant MONDAY = at("2026-03-02T10:00");

    static final Instant WARNING = at("2026-03-05T10:00");
    static final Instant DEADLINE = at("2026-03-06T10:00");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    CaseClocks clocks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ClockTestApp.Heard heard;

    @MockitoSpyBean
    KeeperTable keepers;

    String caseNumber;

    @BeforeEach
    void monday() {
        caseNumber = "CMP-2026-%06d".formatted(NUMBERS.incrementAndGet());
        now(MONDAY);
        heard.cases.clear();
    }

    @AfterEach
    void clearTheDesk() {
        identity.clearAuthentication();
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
        ClockUtil.reset();
    }

    @Test
    void a_step_starts_its_clock_takes_its_due_date_from_it_and_meets_it_when_done() {
        String holder = hold();

        assertThat(clock().holder()).isEqualTo(holder);
        assertThat(clock().due()).isEqualTo(DEADLINE);
        assertThat(task("Task_Answer").getDueDate().toInstant()).isEqualTo(DEADLINE);
        assertThat(tasks.getVariableLocal(task("Task_Answer").getId(), "clock")).isEqualTo("resolve");

        now(WARNING.minusSeconds(60));
        tasks.complete(task("Task_Answer").getId());

        assertThat(clock().met()).isEqualTo(WARNING.minusSeconds(60));
    }

    @Test
    void one_keeper_waits_for_the_nearest_warning_of_the_case_and_ends_with_its_last_clock() {
        hold();
        clocks.start(new ClockStart(
                caseNumber, "acknowledge", "elsewhere", new Budget(8, Budget.Unit.BUSINESS_HOURS), null, MONDAY));

        assertThat(keeperTimer().getDuedate().toInstant()).isEqualTo(at("2026-03-02T16:00"));
        clocks.meet(caseNumber, "acknowledge");
        assertThat(keeperTimer().getDuedate().toInstant()).isEqualTo(WARNING);
        tasks.complete(task("Task_Answer").getId());
        runDueJobs();

        assertThat(keeperCount()).isZero();
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("clock")
                        .processInstanceBusinessKey(caseNumber)
                        .finished()
                        .count())
                .isOne();
    }

    @Test
    void c_4_the_holder_is_warned_and_called_once_each_with_what_it_is_about() {
        hold();

        now(WARNING.minusMillis(1));
        runDueJobs();
        assertThat(open("Task_Warning")).isZero();

        now(WARNING);
        runDueJobs();
        runDueJobs();
        assertThat(open("Task_Warning")).isOne();
        assertThat(clock().warned()).isEqualTo(WARNING);
        assertThat(open("Task_Help")).isZero();

        now(DEADLINE);
        runDueJobs();
        now(DEADLINE.plusSeconds(86_400));
        runDueJobs();
        assertThat(open("Task_Help")).isOne();
        assertThat(open("Task_Warning")).isOne();
        assertThat(clock().breached()).isEqualTo(DEADLINE);
        assertThat(clock().running()).isTrue();
        assertThat(tasks.getVariables(
                        task("Task_Help").getId(), List.of("clock", "clockRule", "occurrence", "clockDue")))
                .isEqualTo(Map.of(
                        "clock", "resolve", "clockRule", "resolve", "occurrence", 1, "clockDue", Date.from(DEADLINE)));
    }

    @Test
    void c_4_a_clock_past_both_says_its_deadline_only() {
        hold();

        now(DEADLINE.plusSeconds(60));
        runDueJobs();

        assertThat(open("Task_Warning")).isZero();
        assertThat(open("Task_Help")).isOne();
        assertThat(clock().warned()).isNull();
    }

    @Test
    void c_4_all_clocks_that_are_due_at_once_are_told() {
        hold();
        hold("promised", Map.of("promiseId", 17L, "promiseDue", "2026-03-04T10:00Z"));
        hold("promised", Map.of("promiseId", 18L, "promiseDue", "2026-03-04T11:00Z"));

        now(DEADLINE.plusSeconds(60));
        runDueJobs();

        assertThat(open("Task_Help")).isOne();
        assertThat(open("Task_PromiseHelp")).isEqualTo(2);
        assertThat(clocks.of(caseNumber)).allMatch(it -> it.breached() != null);
    }

    @Test
    void a_deadline_in_the_past_starts_breached_and_is_told_at_once_without_a_warning() {
        hold("promised", Map.of("promiseId", 17L, "promiseDue", "2026-03-01T10:00Z"));

        runDueJobs();

        assertThat(open("Task_PromiseHelp")).isOne();
        CaseClock late = clocks.find(caseNumber, "promise-17").orElseThrow();
        assertThat(late.breached()).isEqualTo(MONDAY);
        assertThat(late.warned()).isNull();
        assertThat(task("Task_Keep").getDueDate().toInstant()).isEqualTo(at("2026-03-01T10:00"));
    }

    @Test
    void c_2_a_pause_takes_the_due_date_away_and_moves_warning_deadline_and_task() {
        hold();
        now(at("2026-03-04T10:00"));
        clocks.pause(caseNumber, "wait-1", "waiting for the customer");

        assertThat(task("Task_Answer").getDueDate()).isNull();
        now(at("2026-03-10T10:00"));
        runDueJobs();
        assertThat(open("Task_Warning") + open("Task_Help")).isZero();

        clocks.resume(caseNumber, "wait-1");
        assertThat(task("Task_Answer").getDueDate().toInstant()).isEqualTo(at("2026-03-12T10:00"));
        now(at("2026-03-11T10:00"));
        runDueJobs();
        assertThat(open("Task_Warning")).isOne();
        now(at("2026-03-12T10:00"));
        runDueJobs();
        assertThat(open("Task_Help")).isOne();
    }

    @Test
    void c_3_a_clock_set_anew_moves_timer_and_task_and_c_9_being_late_again_is_called_for_again() {
        String holder = hold();
        now(DEADLINE);
        runDueJobs();
        assertThat(open("Task_Help")).isOne();

        clocks.start(
                new ClockStart(caseNumber, "resolve", holder, new Budget(10, Budget.Unit.BUSINESS_DAYS), null, MONDAY));

        assertThat(clock().breached()).isNull();
        assertThat(clock().occurrence()).isEqualTo(2);
        assertThat(task("Task_Answer").getDueDate().toInstant()).isEqualTo(at("2026-03-16T10:00"));
        now(at("2026-03-16T10:00"));
        runDueJobs();
        assertThat(open("Task_Help")).isEqualTo(2);
    }

    @Test
    void c_7_a_step_that_is_cancelled_stops_its_clock() {
        String holder = hold();

        runtime.createMessageCorrelation("withdrawn").processInstanceId(holder).correlate();

        assertThat(clock().stopped()).isEqualTo(MONDAY);
        now(DEADLINE);
        runDueJobs();
        assertThat(open("Task_Help")).isZero();
        assertThat(keeperCount()).isZero();
    }

    @Test
    void c_7_a_clock_whose_process_has_ended_or_no_longer_listens_stops() {
        String withdrawn = hold();
        runtime.createMessageCorrelation("withdrawn")
                .processInstanceId(withdrawn)
                .correlate();
        Budget oneDay = new Budget(1, Budget.Unit.DAYS);
        clocks.start(new ClockStart(caseNumber, "regulator", withdrawn, oneDay, null, MONDAY));
        clocks.start(new ClockStart(caseNumber, "final-response", "ended long ago", oneDay, null, MONDAY));

        now(DEADLINE);
        runDueJobs();

        assertThat(clocks.of(caseNumber)).hasSize(3).allMatch(it -> it.stopped() != null);
        assertThat(keeperCount()).isZero();
    }

    @Test
    void a_suspended_process_is_not_forgotten() {
        String holder = hold();
        runtime.suspendProcessInstanceById(holder);

        now(DEADLINE);
        assertThatThrownBy(this::runDueJobs).hasMessageContaining("resolve of " + caseNumber + " is due");
        assertThat(clock().breached()).isNull();
        assertThat(clock().running()).isTrue();

        runtime.activateProcessInstanceById(holder);
        management.executeJob(keeperTimer().getId());
        assertThat(open("Task_Help")).isOne();
    }

    @Test
    void a_step_on_a_clock_of_the_case_follows_it_and_does_not_end_it() {
        clocks.start(new ClockStart(
                caseNumber, "resolve", "complaint", new Budget(2, Budget.Unit.BUSINESS_DAYS), null, MONDAY));
        hold("follower", Map.of());
        assertThat(task("Task_Follow").getDueDate().toInstant()).isEqualTo(at("2026-03-04T10:00"));

        clocks.start(new ClockStart(
                caseNumber, "resolve", "complaint", new Budget(1, Budget.Unit.BUSINESS_DAYS), null, MONDAY));
        assertThat(task("Task_Follow").getDueDate().toInstant()).isEqualTo(at("2026-03-03T10:00"));

        tasks.complete(task("Task_Follow").getId());
        assertThat(clock().running()).isTrue();
    }

    @Test
    void a_step_on_a_clock_that_stands_is_not_due() {
        clocks.start(new ClockStart(
                caseNumber, "resolve", "complaint", new Budget(2, Budget.Unit.BUSINESS_DAYS), null, MONDAY));
        clocks.pause(caseNumber, "wait-1", "waiting for the customer");

        hold("follower", Map.of());

        assertThat(task("Task_Follow").getDueDate()).isNull();
    }

    @Test
    void a_step_done_again_has_its_time_again() {
        hold();
        tasks.complete(task("Task_Answer").getId());
        now(at("2026-03-10T10:00"));

        hold();

        assertThat(clock().occurrence()).isEqualTo(2);
        assertThat(clock().due()).isEqualTo(at("2026-03-16T10:00"));
        assertThat(task("Task_Answer").getDueDate().toInstant()).isEqualTo(clock().due());
    }

    @Test
    void a_step_on_a_clock_of_the_case_that_has_ended_keeps_its_last_date() {
        clocks.start(new ClockStart(
                caseNumber, "resolve", "complaint", new Budget(2, Budget.Unit.BUSINESS_DAYS), null, MONDAY));
        clocks.meet(caseNumber, "resolve");

        hold("follower", Map.of());

        assertThat(clock().running()).isFalse();
        assertThat(task("Task_Follow").getDueDate().toInstant()).isEqualTo(at("2026-03-04T10:00"));
    }

    @Test
    void a_step_whose_clock_nobody_grants_time_says_so() {
        assertThatThrownBy(() -> hold("follower", Map.of())).hasStackTraceContaining("'resolve' is granted no time");
    }

    @Test
    void a_step_with_a_date_is_due_then_and_another_date_moves_it() {
        String holder = hold("promised", Map.of("promiseId", 17L, "promiseDue", "2026-03-06"));
        assertThat(task("Task_Keep").getDueDate().toInstant()).isEqualTo(at("2026-03-06T17:30"));

        clocks.start(new ClockStart(caseNumber, "promise-17", holder, null, at("2026-03-09T12:00"), MONDAY));

        assertThat(task("Task_Keep").getDueDate().toInstant()).isEqualTo(at("2026-03-09T12:00"));
        assertThat(clocks.changes(caseNumber)).singleElement().satisfies(before -> assertThat(before.due())
                .isEqualTo(at("2026-03-06T17:30")));
        tasks.complete(task("Task_Keep").getId());
        assertThat(clocks.find(caseNumber, "promise-17").orElseThrow().met()).isEqualTo(MONDAY);
    }

    @Test
    void whoever_listens_hears_once_per_transaction_and_case() {
        hold();
        heard.cases.clear();

        transaction.executeWithoutResult(inOne -> {
            clocks.pause(caseNumber, "wait-1", "waiting for the customer");
            clocks.resume(caseNumber, "wait-1");
            assertThat(heard.cases).isEmpty();
        });

        assertThat(heard.cases).containsExactly(caseNumber);
    }

    @Test
    void what_is_rolled_back_moves_nothing() {
        hold();

        transaction.executeWithoutResult(failing -> {
            clocks.pause(caseNumber, "wait-1", "waiting for the customer");
            failing.setRollbackOnly();
        });

        assertThat(clock().pausedSince()).isNull();
        assertThat(task("Task_Answer").getDueDate().toInstant()).isEqualTo(DEADLINE);
        assertThat(keeperTimer().getDuedate().toInstant()).isEqualTo(WARNING);
    }

    @Test
    void a_keeper_that_somebody_deleted_is_replaced_with_the_next_change() {
        hold();
        runtime.deleteProcessInstance(keeperTimer().getProcessInstanceId(), "by mistake");

        clocks.pause(caseNumber, "wait-1", "waiting for the customer");
        clocks.resume(caseNumber, "wait-1");

        assertThat(keeperTimer().getDuedate().toInstant()).isEqualTo(WARNING);
    }

    @Test
    void a_case_whose_clocks_had_all_ended_gets_a_keeper_again() {
        hold();
        tasks.complete(task("Task_Answer").getId());
        runDueJobs();

        hold();

        assertThat(keeperTimer().getDuedate().toInstant()).isEqualTo(WARNING);
    }

    @Test
    void a_diagram_with_an_unknown_clock_is_not_deployed() {
        String holder = Bpmn.convertToString(Bpmn.readModelFromFile(new File("src/test/resources/clock/holder.bpmn")));

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("holder.bpmn", holder.replace(">resolve<", ">resolv<"))
                        .deploy())
                .hasMessageContaining("Task_Answer 'Answer': the clock 'resolv' has no row in clock-rules")
                .hasMessageContaining("Task_Follow 'Follow': the clock 'resolv' has no row in clock-rules");
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("holder")
                        .count())
                .isOne();
    }

    String hold() {
        return hold("holder", Map.of());
    }

    String hold(String process, Map<String, Object> variables) {
        return runtime.startProcessInstanceByKey(process, caseNumber, variables).getId();
    }

    CaseClock clock() {
        return clocks.find(caseNumber, "resolve").orElseThrow();
    }

    Task task(String step) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(step)
                .list()
                .get(0);
    }

    long open(String step) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(step)
                .count();
    }

    /** Of the one keeper that the case has. */
    Job keeperTimer() {
        assertThat(keeperCount()).isOne();
        String keeper = runtime.createProcessInstanceQuery()
                .processDefinitionKey("clock")
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(keeper).timers().singleResult();
    }

    long keeperCount() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("clock")
                .processInstanceBusinessKey(caseNumber)
                .count();
    }

    void runDueJobs() {
        for (List<Job> due = dueJobs(); !due.isEmpty(); due = dueJobs()) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> dueJobs() {
        return management.createJobQuery().executable().list();
    }

    static void now(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** London in winter, where local time is UTC. */
    static Instant at(String time) {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    }
}
