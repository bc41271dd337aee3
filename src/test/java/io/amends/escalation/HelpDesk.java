package io.amends.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.clock.Budget;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockStart;
import io.amends.clock.HouseClock;
import io.amends.letter.LetterSender;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.staff.People;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.CallActivityBuilder;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.springframework.boot.test.context.TestComponent;

/** Late work, the people who are called for it, and time, as the tests speak of them. */
@TestComponent
class HelpDesk {

    static final String RESOLVE = "resolve";
    private static final String WORK = "work";
    private static final AtomicInteger CASES = new AtomicInteger();

    private final List<String> open = new ArrayList<>();
    private final CaseClocks clocks;
    private final EscalationTable table;
    private final Letters letters;
    private final LetterSender sender;
    private final HouseClock clock;
    private final People people;
    private final StaffAccounts accounts;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final RepositoryService repository;
    private final IdentityService identity;

    HelpDesk(
            CaseClocks clocks,
            EscalationTable table,
            Letters letters,
            LetterSender sender,
            HouseClock clock,
            People people,
            StaffAccounts accounts,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            HistoryService history,
            RepositoryService repository,
            IdentityService identity) {
        this.clocks = clocks;
        this.table = table;
        this.letters = letters;
        this.sender = sender;
        this.clock = clock;
        this.people = people;
        this.accounts = accounts;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.history = history;
        this.repository = repository;
        this.identity = identity;
    }

    /** Opens the house for a test: people, somewhere to work, and letters that leave when the test says so. */
    void opens() {
        sender.stop();
        signUp("lead", "team-leads");
        signUp("lead2", "team-leads");
        signUp("manager", "service-managers");
        signUp("director", "directors");
        signUp("admin", "camunda-admin");
        if (repository.createProcessDefinitionQuery().processDefinitionKey(WORK).count() == 0) {
            repository.createDeployment().addModelInstance("work.bpmn", work()).deploy();
        }
    }

    /** Ends what the test left open, so that it writes no letters into the next one. */
    void closes() {
        open.forEach(clocks::stopAll);
        open.clear();
        settles();
    }

    /** Work with a clock that is told as every process of a case is: warned, and help called for. */
    private static BpmnModelInstance work() {
        ProcessBuilder work = Bpmn.createExecutableProcess(WORK).camundaHistoryTimeToLiveString("P1D");
        work.eventSubProcess("SubProcess_Warned")
                .startEvent("StartEvent_Warned")
                .interrupting(false)
                .message("clock-warned")
                .endEvent();
        CallActivityBuilder escalate = work.eventSubProcess("SubProcess_Breached")
                .startEvent("StartEvent_Breached")
                .interrupting(false)
                .message("clock-breached")
                .callActivity("CallActivity_Escalate")
                .calledElement(EscalationProcess.KEY)
                .camundaAsyncBefore()
                .camundaAsyncAfter()
                .camundaInBusinessKey("#{execution.processBusinessKey}");
        List.of("caseNumber", "severity", "priority", "owner", "clock", "clockRule", "occurrence")
                .forEach(name -> escalate.camundaIn(name, name));
        escalate.endEvent();
        return work.startEvent("StartEvent_Work")
                .userTask("Task_Work")
                .endEvent()
                .done();
    }

    private void signUp(String user, String group) {
        accounts.createIfMissing(
                user, user, "Example", user + "@amends.example", "a rather long secret", List.of(group));
    }

    // ------------------------------------------------------------ work and its clock

    /** A case whose work has to be done within an hour. @return its number */
    String works() {
        String caseNumber = "CMP-2026-%06d".formatted(CASES.incrementAndGet());
        open.add(caseNumber);
        runtime.createProcessInstanceByKey(WORK)
                .businessKey(caseNumber)
                .setVariables(Map.of(
                        "caseNumber", caseNumber, "severity", "S1", "priority", 90, "owner", "agent", "canWrite", true))
                .execute();
        clocks.start(new ClockStart(
                caseNumber, RESOLVE, holder(caseNumber), new Budget(1, Budget.Unit.HOURS), null, clock.instant()));
        return caseNumber;
    }

    String holder(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(WORK)
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
    }

    /** A case whose hour has passed, and for which help is called. */
    String isLate() {
        String caseNumber = works();
        passes(Duration.ofMinutes(61));
        return caseNumber;
    }

    /** The process that keeps the time of a case is lost, so that nobody will be told that its hour has passed. */
    void losesKeeper(String caseNumber) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("clock")
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(keeper -> runtime.deleteProcessInstance(keeper.getId(), "lost"));
    }

    /** Calls for help on a late case, as often as somebody asks for it. */
    String calls(String caseNumber) {
        String escalation = begins(caseNumber);
        settles();
        return escalation;
    }

    /** The same, and nothing has been done yet. */
    String begins(String caseNumber) {
        return runtime.createProcessInstanceByKey(EscalationProcess.KEY)
                .businessKey(caseNumber)
                .setVariables(Map.of(
                        "caseNumber",
                        caseNumber,
                        "severity",
                        "S1",
                        "priority",
                        90,
                        "clock",
                        RESOLVE,
                        "clockRule",
                        RESOLVE,
                        "occurrence",
                        1))
                .execute()
                .getId();
    }

    void meets(String caseNumber) {
        clocks.meet(caseNumber, RESOLVE);
    }

    // ------------------------------------------------------------ who is called

    Task call(String caseNumber) {
        List<Task> open = calling(caseNumber);
        assertThat(open).as("calls that wait for somebody on %s", caseNumber).hasSize(1);
        return open.get(0);
    }

    List<Task> calling(String caseNumber) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("Task_AcknowledgeEscalation")
                .list();
    }

    String called(String caseNumber) {
        return tasks.getIdentityLinksForTask(call(caseNumber).getId()).stream()
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElseThrow();
    }

    void acknowledges(String user, String caseNumber, String note) {
        Task call = call(caseNumber);
        as(user, () -> tasks.complete(call.getId(), Map.of("acknowledgement", note)));
    }

    void as(String user, Runnable work) {
        identity.setAuthentication(user, people.groupsOf(user));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    EscalationView only(String caseNumber) {
        List<EscalationView> all = table.of(caseNumber);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    List<LetterView> letters(String caseNumber) {
        return letters.of(caseNumber);
    }

    // ------------------------------------------------------------ time

    void windowPasses(String caseNumber) {
        passes(Duration.between(clock.instant(), call(caseNumber).getDueDate().toInstant())
                .plusSeconds(1));
    }

    void ownTimePasses(String caseNumber) {
        List<EscalationView.Call> calls = only(caseNumber).calls();
        Instant until = calls.get(calls.size() - 1).actUntil();
        assertThat(until).isNotNull();
        passes(Duration.between(clock.instant(), until).plusSeconds(1));
    }

    void passes(Duration time) {
        clock.advance(time);
        settles();
    }

    /** Every job that is due runs, then letters leave. */
    void settles() {
        jobs();
        sender.sendDue();
    }

    void jobs() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.stream()
                    .filter(job ->
                            management.createJobQuery().jobId(job.getId()).count() > 0)
                    .forEach(job -> management.executeJob(job.getId()));
        }
    }

    /** Only the watch runs, from its timer to its end. */
    void watchComesRound() {
        for (int step = 0; step < 3; step++) {
            due().stream()
                    .filter(job -> "clock-watch".equals(job.getProcessDefinitionKey()))
                    .forEach(job -> management.executeJob(job.getId()));
        }
    }

    /** The daily scan for lost customers is due, too, when days pass, and none of these tests' business: its steps are not here. */
    List<Job> due() {
        return management.createJobQuery().executable().withRetriesLeft().list().stream()
                .filter(job -> !"churn-scan".equals(job.getProcessDefinitionKey()))
                .toList();
    }

    long watches() {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("clock-watch")
                .count();
    }
}
