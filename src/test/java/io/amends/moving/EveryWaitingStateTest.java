package io.amends.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/**
 * Wherever a process of the house can wait, it moves to a diagram with a step more and nothing changes but the version; to one where the
 * step has another id only when that is said; and never to one where the step is of another kind. What the preview says is what the
 * engine does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryWaitingStateTest {

    private static final String CASE = "CMP-2026-000001";
    private static final String RENAMED = "_New";
    /** What they call is automatic, and nothing waits behind them. */
    private static final Set<String> OVER_AT_ONCE = Set.of(
            "CallActivity_ReassessCustomerContactedAgain",
            "CallActivity_ReassessMediaThreatRaised",
            "CallActivity_ReassessRegulatorTold");

    private static final Date ASKED_FOR = Date.from(Instant.parse("2031-05-06T07:08:09Z"));
    private static final Date LONG_AGO = Date.from(Instant.parse("2001-02-03T04:05:06Z"));

    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true)
            .build();
    private MovedHouse house;
    private Map<String, String> before;
    private Map<String, String> withAStepMore;
    private Map<String, String> withOtherIds;
    private Map<String, String> withOtherKinds;
    private CaseMover.Plans toAStepMore;
    private CaseMover.Plans toOtherIds;
    private CaseMover.Plans toOtherIdsMatched;
    private CaseMover.Plans toOtherKinds;

    @BeforeAll
    void open() {
        house = new MovedHouse(database);
        before = house.deploy(diagrams(""));
        Map<String, BpmnModelInstance> more = diagrams("");
        more.values().forEach(EveryWaitingStateTest::addStep);
        withAStepMore = house.deploy(more);
        Map<String, BpmnModelInstance> renamed = diagrams("");
        renamed.values().forEach(diagram -> waitingNodes(diagram).forEach(node -> node.setId(node.getId() + RENAMED)));
        withOtherIds = house.deploy(renamed);
        withOtherKinds = house.deploy(diagrams("bpmn:receiveTask"));
        toAStepMore = house.plans(withAStepMore, List.of());
        toOtherIds = house.plans(withOtherIds, List.of());
        toOtherIdsMatched = house.plans(
                withOtherIds,
                everyWaitingState()
                        .map(it -> new StepMatch(it.process(), it.step(), it.step() + RENAMED))
                        .distinct()
                        .toList());
        toOtherKinds = house.plans(withOtherKinds, List.of());
    }

    @AfterEach
    void end() {
        house.clear();
    }

    @AfterAll
    void close() {
        house.close();
        database.shutdown();
    }

    /** Whether the process waits at the step, has yet to begin it, or has yet to leave it. */
    enum When {
        BEFORE,
        THERE,
        AFTER
    }

    record Waiting(String process, String step, When when) {

        @Override
        public String toString() {
            return process + ": " + step + (when == When.THERE ? "" : ", " + when);
        }
    }

    static Stream<Waiting> everyWaitingState() {
        List<Waiting> all = new ArrayList<>();
        diagrams("").forEach((name, diagram) -> waitingNodes(diagram).forEach(node -> {
            String process = process(diagram).getId();
            if (node.isCamundaAsyncBefore()) {
                all.add(new Waiting(process, node.getId(), When.BEFORE));
            }
            if (new Diagram(diagram, process)
                            .find(node.getId())
                            .orElseThrow()
                            .kind()
                            .matches("userTask|receiveTask|callActivity|eventBasedGateway|intermediateCatchEvent-.*")
                    && !OVER_AT_ONCE.contains(node.getId())) {
                all.add(new Waiting(process, node.getId(), When.THERE));
            }
            if (node instanceof CallActivity && node.isCamundaAsyncAfter()) {
                all.add(new Waiting(process, node.getId(), When.AFTER));
            }
        }));
        return all.stream();
    }

    @Test
    void a_step_that_only_calls_automatic_ones_is_over_at_once_and_never_has_to_move() {
        for (String step : OVER_AT_ONCE) {
            start(new Waiting("complaint", step, When.THERE));

            assertThat(house.running.of(CASE)).as(step).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyWaitingState")
    void moves_and_nothing_changes_but_the_version(Waiting state) {
        ProcessInstance instance = begin(state);
        Map<String, Map<String, String>> rows = house.rows(true);
        assertThat(inTheWay(toAStepMore)).isEmpty();

        assertThat(house.move(before.get(state.process()), withAStepMore, toAStepMore)
                        .state())
                .isEqualTo(MovedCase.MOVED);
        assertThat(house.rows(true)).isEqualTo(rows);
        assertThat(house.runtime.createProcessInstanceQuery().list())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(withAStepMore).containsValue(it.getProcessDefinitionId()));
        assertThat(house.history()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getProcessDefinitionId())
                .isEqualTo(withAStepMore.get(state.process()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyWaitingState")
    void moves_to_another_id_when_that_is_said_and_stays_otherwise(Waiting state) {
        begin(state);
        Map<String, Map<String, String>> rows = house.rows(false);

        assertThat(String.join("; ", inTheWay(toOtherIds))).contains("which version 3 does not have");
        assertThat(house.move(before.get(state.process()), withOtherIds, toOtherIds)
                        .state())
                .isEqualTo(MovedCase.STAYS);
        assertThat(house.rows(false)).isEqualTo(rows);
        if (waitsThere(state)) {
            assertThat(String.join("; ", inTheWay(toOtherIds))).contains(title(state));
        }
        theEngineSaysTheSame(toOtherIds);

        assertThat(inTheWay(toOtherIdsMatched)).isEmpty();
        house.clearMoves();
        assertThat(house.move(before.get(state.process()), withOtherIds, toOtherIdsMatched)
                        .state())
                .isEqualTo(MovedCase.MOVED);
        assertThat(house.rows(false)).isEqualTo(rows);
    }

    static Stream<Waiting> everyStepForPeople() {
        Map<String, BpmnModelInstance> diagrams = diagrams("");
        return everyWaitingState()
                .filter(it -> it.when() == When.THERE
                        && diagrams.get(it.process() + ".bpmn").getModelElementById(it.step()) instanceof UserTask);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyStepForPeople")
    void stays_where_a_step_for_people_became_something_else(Waiting state) {
        begin(state);
        Map<String, Map<String, String>> rows = house.rows(true);

        assertThat(String.join("; ", inTheWay(toOtherKinds)))
                .contains("which was a step for people and is a step that waits for word in version 4");
        assertThat(house.move(before.get(state.process()), withOtherKinds, toOtherKinds)
                        .state())
                .isEqualTo(MovedCase.STAYS);
        assertThat(house.rows(true)).isEqualTo(rows);
    }

    /** Begins where it is to wait, and gives all that could get lost a value that no diagram would set again. */
    private ProcessInstance begin(Waiting state) {
        ProcessInstance instance = start(state);
        if (state.when() != When.BEFORE) {
            house.management.createJobQuery().processInstanceId(instance.getId()).messages().list().stream()
                    .map(Job::getId)
                    .forEach(house.management::executeJob);
        }
        if (state.when() == When.AFTER) {
            endCalled(instance);
        }
        assertThat(house.running.of(CASE)).as("what waits at " + state).isNotEmpty();
        for (Task task : house.tasks.createTaskQuery().list()) {
            task.setAssignee("agent");
            task.setDueDate(ASKED_FOR);
            task.setFollowUpDate(LONG_AGO);
            task.setPriority(77);
            house.tasks.saveTask(task);
            house.tasks.addCandidateGroup(task.getId(), "directors");
            house.tasks.setVariableLocal(task.getId(), "clock", "review");
        }
        boolean past = false;
        for (Job job : house.management.createJobQuery().list()) {
            house.management.setJobDuedate(job.getId(), past ? LONG_AGO : ASKED_FOR, false);
            if (past) {
                house.management.setJobRetries(job.getId(), 0);
            }
            past = !past;
        }
        if (state.step().length() % 2 == 0) {
            house.runtime.suspendProcessInstanceById(instance.getId());
        }
        return instance;
    }

    private ProcessInstance start(Waiting state) {
        return house.runtime
                .createProcessInstanceById(before.get(state.process()))
                .businessKey(CASE)
                .setVariable("caseNumber", CASE)
                .setVariable("kept", "a fact")
                .startBeforeActivity(state.step())
                .execute();
    }

    private void endCalled(ProcessInstance caller) {
        ProcessInstance called = house.runtime
                .createProcessInstanceQuery()
                .superProcessInstanceId(caller.getId())
                .singleResult();
        BpmnModelInstance diagram = house.repository.getBpmnModelInstance(called.getProcessDefinitionId());
        EndEvent end = process(diagram).getChildElementsByType(EndEvent.class).stream()
                .filter(it -> it.getEventDefinitions().isEmpty())
                .findFirst()
                .orElseThrow();
        var modification = house.runtime.createProcessInstanceModification(called.getId());
        for (var child : house.runtime.getActivityInstance(called.getId()).getChildActivityInstances()) {
            modification = modification.cancelActivityInstance(child.getId());
        }
        for (var child : house.runtime.getActivityInstance(called.getId()).getChildTransitionInstances()) {
            modification = modification.cancelTransitionInstance(child.getId());
        }
        modification.startBeforeActivity(end.getId()).execute();
    }

    private List<String> inTheWay(CaseMover.Plans plans) {
        List<String> reasons = new ArrayList<>();
        for (RunningInstance instance : house.running.of(CASE)) {
            MovePlan plan = plans.of(instance.definitionId()).orElseThrow();
            assertThat(instance.places()).isNotEmpty();
            instance.places().forEach(place -> plan.inTheWay(place).ifPresent(reasons::add));
        }
        return reasons;
    }

    /** Whatever we say cannot move, the engine does not move either. */
    private void theEngineSaysTheSame(CaseMover.Plans plans) {
        for (RunningInstance instance : house.running.of(CASE)) {
            MovePlan plan = plans.of(instance.definitionId()).orElseThrow();
            if (instance.places().stream()
                    .anyMatch(place -> plan.inTheWay(place).isPresent())) {
                assertThatThrownBy(() -> house.runtime
                                .newMigration(plan.plan())
                                .processInstanceIds(instance.id())
                                .execute())
                        .isInstanceOf(ProcessEngineException.class);
            }
        }
    }

    /** A process that was called may have come to its end at once, and the caller waits elsewhere. */
    private boolean waitsThere(Waiting state) {
        return house.running.of(CASE).stream()
                .filter(instance -> instance.definitionId().equals(before.get(state.process())))
                .flatMap(instance -> instance.places().stream())
                .anyMatch(place -> Diagram.base(place.activityId()).equals(state.step()));
    }

    private String title(Waiting state) {
        return new Diagram(house.repository.getBpmnModelInstance(before.get(state.process())), state.process())
                .find(state.step())
                .orElseThrow()
                .title();
    }

    /**
     * The diagrams of the house by file name.
     *
     * @param insteadOfUserTask the element that stands for steps for people, or blank
     */
    private static Map<String, BpmnModelInstance> diagrams(String insteadOfUserTask) {
        Map<String, BpmnModelInstance> diagrams = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            for (Path file : (Iterable<Path>) files.filter(it -> it.toString().endsWith(".bpmn"))::iterator) {
                String xml = Files.readString(file);
                if (!insteadOfUserTask.isEmpty()) {
                    xml = xml.replace("<bpmn:userTask ", "<" + insteadOfUserTask + " ")
                            .replace("</bpmn:userTask>", "</" + insteadOfUserTask + ">")
                            .replaceAll("<camunda:taskListener[^>]*/>", "");
                }
                diagrams.put(
                        file.getFileName().toString(),
                        Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagrams;
    }

    private static List<FlowNode> waitingNodes(BpmnModelInstance diagram) {
        Diagram read = new Diagram(diagram, process(diagram).getId());
        return diagram.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> read.find(node.getId())
                        .filter(
                                step -> step.asyncBefore()
                                        || step.kind()
                                                .matches(
                                                        "userTask|receiveTask|callActivity|eventBasedGateway|intermediateCatchEvent-.*"))
                        .isPresent())
                // what comes first after such a gateway is not waited at but with it
                .filter(node -> node.getPreviousNodes().list().stream()
                        .noneMatch(it -> it.getElementType().getTypeName().equals("eventBasedGateway")))
                .toList();
    }

    private static Process process(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(Process.class).iterator().next();
    }

    /** Puts a step for people behind the first start of the process. */
    private static void addStep(BpmnModelInstance diagram) {
        Process process = process(diagram);
        SequenceFlow first = process.getChildElementsByType(StartEvent.class)
                .iterator()
                .next()
                .getOutgoing()
                .iterator()
                .next();
        FlowNode target = first.getTarget();
        UserTask added = diagram.newInstance(UserTask.class);
        added.setId("Task_Added");
        added.setName("Look at it once more");
        process.addChildElement(added);
        target.getIncoming().remove(first);
        first.setTarget(added);
        added.getIncoming().add(first);
        SequenceFlow on = diagram.newInstance(SequenceFlow.class);
        on.setId("Flow_Added");
        process.addChildElement(on);
        on.setSource(added);
        on.setTarget(target);
        added.getOutgoing().add(on);
        target.getIncoming().add(on);
    }
}
