package io.amends.callout;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.clock.HouseClock;
import io.amends.letter.LetterSender;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.staff.People;
import io.amends.staff.StaffAccounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.CallActivityBuilder;
import org.springframework.boot.test.context.TestComponent;

/** Crises, the people who are called out for them, and time, as the tests speak of them. */
@TestComponent
class CallRoom {

    private static final String CRISIS = "crisis";
    private static final AtomicInteger CASES = new AtomicInteger();

    private final List<String> open = new ArrayList<>();
    private final Roster roster;
    private final RosterTable lines;
    private final CallOuts callOuts;
    private final Letters letters;
    private final LetterSender sender;
    private final HouseClock clock;
    private final People people;
    private final StaffAccounts accounts;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final RepositoryService repository;
    private final IdentityService identity;

    CallRoom(
            Roster roster,
            RosterTable lines,
            CallOuts callOuts,
            Letters letters,
            LetterSender sender,
            HouseClock clock,
            People people,
            StaffAccounts accounts,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            RepositoryService repository,
            IdentityService identity) {
        this.roster = roster;
        this.lines = lines;
        this.callOuts = callOuts;
        this.letters = letters;
        this.sender = sender;
        this.clock = clock;
        this.people = people;
        this.accounts = accounts;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.repository = repository;
        this.identity = identity;
    }

    void opens() {
        sender.stop();
        signUp("manager", "Marcus", "service-managers");
        signUp("director", "Diana", "directors");
        signUp("media", "Mei", "communications");
        signUp("press", "Paula", "communications");
        signUp("counsel", "Leonard", "legal");
        signUp("admin", "Adam", "camunda-admin");
        for (CallOutRole role : CallOutRole.values()) {
            lines.replace(role, List.of());
        }
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(CRISIS)
                        .count()
                == 0) {
            repository
                    .createDeployment()
                    .addModelInstance("crisis.bpmn", crisis())
                    .deploy();
        }
    }

    void closes() {
        open.forEach(this::ends);
        open.clear();
        identity.createUserQuery().userId("leaver").list().forEach(it -> identity.deleteUser(it.getId()));
    }

    /** What every process does that calls people out: it chooses the roles, calls each, and may do so again. */
    private static BpmnModelInstance crisis() {
        CallActivityBuilder call = Bpmn.createExecutableProcess(CRISIS)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("StartEvent_Crisis")
                .serviceTask("Task_ChooseRoles")
                .camundaDelegateExpression("${chooseRolesDelegate}")
                .callActivity("CallActivity_CallOut")
                .calledElement(CallOutProcess.KEY)
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .camundaIn("loopCounter", "roleIndex");
        List.of("caseNumber", "severity", "priority", "level", "calloutRoles")
                .forEach(name -> call.camundaIn(name, name));
        return call.multiInstance()
                .parallel()
                .cardinality("${rolesToCall}")
                .multiInstanceDone()
                .userTask("Task_Decide")
                .connectTo("Task_ChooseRoles")
                .done();
    }

    void signUp(String user, String name, String group) {
        accounts.createIfMissing(
                user, name, "Example", user + "@amends.example", "a rather long secret", List.of(group));
    }

    void leaves(String user) {
        identity.deleteUser(user);
    }

    void line(CallOutRole role, String... users) {
        for (String user : users) {
            assertThat(roster.add(role.code(), user, "media")).isTrue();
        }
    }

    // ------------------------------------------------------------ crises

    /** @return the number of its case */
    String crisis(int level) {
        String caseNumber = "MCR-2026-%06d".formatted(CASES.incrementAndGet());
        open.add(caseNumber);
        runtime.createProcessInstanceByKey(CRISIS)
                .businessKey(caseNumber)
                .setVariables(Map.of("caseNumber", caseNumber, "severity", "S1", "priority", 80, "level", level))
                .execute();
        settles();
        return caseNumber;
    }

    void ends(String caseNumber) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(CRISIS)
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "over"));
    }

    /** The crisis asks once more whom to call. */
    void asksAgain(String caseNumber, int level) {
        Task decide = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("Task_Decide")
                .singleResult();
        tasks.complete(decide.getId(), Map.of("level", level));
        settles();
    }

    /** As the level of a case does it: first the processes know, then the call-outs follow. */
    void levelBecomes(String caseNumber, int level) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .list()
                .forEach(instance -> runtime.setVariable(instance.getId(), "level", level));
        callOuts.follow(caseNumber, level);
        settles();
    }

    boolean allRolesTaken(String caseNumber) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .taskDefinitionKey("Task_Decide")
                        .count()
                == 1;
    }

    // ------------------------------------------------------------ who is called

    Task call(String caseNumber, CallOutRole role) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(CallOutProcess.ACKNOWLEDGE)
                .processVariableValueEquals("role", role.code())
                .singleResult();
    }

    String called(String caseNumber, CallOutRole role) {
        return call(caseNumber, role).getAssignee();
    }

    List<String> calls(String caseNumber, CallOutRole role) {
        return callOuts.of(caseNumber).stream()
                .filter(one -> one.role().equals(role.code()))
                .flatMap(one -> one.calls().stream())
                .map(CallOuts.Call::userId)
                .toList();
    }

    List<LetterView> letters(String caseNumber) {
        return letters.of(caseNumber);
    }

    void answers(String user, String caseNumber, CallOutRole role) {
        Task call = call(caseNumber, role);
        as(user, () -> tasks.complete(call.getId(), Map.of()));
    }

    void as(String user, Runnable work) {
        identity.setAuthentication(user, people.groupsOf(user));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    // ------------------------------------------------------------ time

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

    private List<Job> due() {
        return management.createJobQuery().executable().withRetriesLeft().list().stream()
                .filter(job -> List.of(CRISIS, CallOutProcess.KEY).contains(job.getProcessDefinitionKey()))
                .toList();
    }
}
