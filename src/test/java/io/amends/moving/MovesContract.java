package io.amends.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.amends.modeling.FormRefusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Moving many cases: as a whole each, once each, on record, and whatever happens in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MovesContract {

    private static final String CARE = "care";
    private static final String HELP = "help";
    private static final String OTHER = "other";

    private MovedHouse house;
    private Map<String, String> first;

    abstract DataSource database();

    @BeforeAll
    void open() {
        house = new MovedHouse(database());
    }

    @BeforeEach
    void deployFirst() {
        first = deploy(care("Task_Ask", "Ask"), help("Task_Help"), "old words");
    }

    @AfterEach
    void forget() {
        house.clear();
        house.forget();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void a_case_moves_with_all_that_runs_for_it_and_says_so() {
        begin("CMP-1");
        deploy(care("Task_Ask", "Ask"), help("Task_Help"), "new words");

        long id = start(List.of());
        house.work.work();

        assertThat(states(id)).containsExactly(MovedCase.MOVED);
        assertThat(versions("CMP-1")).containsOnly(2);
        assertThat(house.table.ofCase("CMP-1"))
                .extracting(CaseMove::processKey, CaseMove::from, CaseMove::to, CaseMove::by)
                .containsExactlyInAnyOrder(tuple(CARE, 1, 2, "owner"), tuple(HELP, 1, 2, "owner"));
        assertThat(new MoveNotes(house.table).notes("CMP-1")).singleElement().satisfies(note -> {
            assertThat(note.what()).isEqualTo("Moved from version 1 to 2 of its diagrams");
            assertThat(note.who()).isEqualTo("owner");
            assertThat(note.details()).containsEntry("Care", "version 1 to 2").containsEntry("Help", "version 1 to 2");
        });
        assertThat(house.table.find(id).orElseThrow().state()).isEqualTo(Move.FINISHED);
    }

    @Test
    void a_moved_task_has_the_form_of_the_new_deployment() throws Exception {
        begin("CMP-1");
        deploy(care("Task_Ask", "Ask"), help("Task_Help"), "new words");
        start(List.of());
        house.work.work();

        Task task = house.tasks.createTaskQuery().taskDefinitionKey("Task_Help").singleResult();
        try (var form = house.engine.getFormService().getDeployedTaskForm(task.getId())) {
            assertThat(new String(form.readAllBytes(), StandardCharsets.UTF_8)).contains("new words");
        }
    }

    @Test
    void a_case_of_which_one_process_cannot_move_stays_as_a_whole_and_the_others_go_on() {
        begin("CMP-1");
        begin("CMP-2");
        house.tasks.complete(house.tasks
                .createTaskQuery()
                .processInstanceBusinessKey("CMP-2")
                .singleResult()
                .getId());
        deploy(care("Task_Ask", "Ask"), help("Task_Other"), "new words");

        long id = start(List.of());
        house.work.work();

        assertThat(house.table.cases(id, "", "", 10))
                .extracting(MovedCase::item, MovedCase::state, MovedCase::reason)
                .containsExactly(
                        tuple("CMP-1", MovedCase.STAYS, "Help waits at “Help out”, which version 2 does not have."),
                        tuple("CMP-2", MovedCase.MOVED, null));
        assertThat(versions("CMP-1")).containsOnly(1);
        assertThat(versions("CMP-2")).containsOnly(2);
        assertThat(house.table.ofCase("CMP-1")).isEmpty();
    }

    @Test
    void a_step_with_another_id_is_suggested_by_its_name_and_found_when_it_is_matched() {
        begin("CMP-1");
        deploy(care("Task_Ask", "Ask"), help("Task_HelpOut"), "new words");

        Preview preview = house.previews.of(CARE, List.of(), List.of()).orElseThrow();
        assertThat(preview.moving()).isZero();
        assertThat(preview.open()).singleElement().satisfies(step -> {
            assertThat(step.step()).isEqualTo("Task_Help");
            assertThat(step.suggested()).isEqualTo("Task_HelpOut");
        });

        List<StepMatch> matches = List.of(new StepMatch(HELP, "Task_Help", "Task_HelpOut"));
        assertThat(house.previews.of(CARE, List.of(), matches).orElseThrow().moving())
                .isEqualTo(1);
        long id = start(matches);
        house.work.work();
        assertThat(states(id)).containsExactly(MovedCase.MOVED);
        assertThat(house.table.matches(id)).isEqualTo(matches);
    }

    @Test
    void a_match_of_unlike_steps_is_refused_by_name() {
        begin("CMP-1");
        deploy(care("Task_Ask", "Ask"), help("Task_HelpOut"), "new words");
        assertThatThrownBy(() -> start(List.of(new StepMatch(CARE, "CallActivity_Help", "Task_Ask"))))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("a process that is called")
                .hasMessageContaining("a step for people");
        assertThatThrownBy(() -> start(List.of(new StepMatch(HELP, "Task_Help", "Task_Nowhere"))))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("Task_Nowhere");
    }

    @Test
    void a_step_that_calls_another_process_is_no_match() {
        begin("CMP-1");
        deploy(care("CallActivity_Advise", OTHER, "Task_Ask", "Ask"), help("Task_Help"), "new words");
        List<StepMatch> matches = List.of(new StepMatch(CARE, "CallActivity_Help", "CallActivity_Advise"));

        Preview preview = house.previews.of(CARE, List.of(), matches).orElseThrow();

        assertThat(preview.moving()).isZero();
        assertThat(preview.open()).singleElement().satisfies(step -> {
            assertThat(step.choices()).isEmpty();
            assertThat(step.chosen()).isEmpty();
        });
        assertThatThrownBy(() -> start(matches))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("(help)")
                .hasMessageContaining("(other)");
    }

    @Test
    void a_case_whose_step_calls_another_process_under_the_same_id_stays() {
        begin("CMP-1");
        deploy(care("CallActivity_Help", OTHER, "Task_Ask", "Ask"), help("Task_Help"), "new words");

        long id = start(List.of());
        house.work.work();

        assertThat(house.table.cases(id, "", "", 10))
                .extracting(MovedCase::state, MovedCase::reason)
                .containsExactly(tuple(
                        MovedCase.STAYS,
                        "Care waits at “Get help”, which calls the process other in version 2 and not help."));
        assertThat(versions("CMP-1")).containsOnly(1);
    }

    @Test
    void a_second_start_is_answered_with_the_first() {
        begin("CMP-1");
        deploy(care("Task_Ask", "Ask"), help("Task_Help"), "new words");
        long id = start(List.of());
        assertThatThrownBy(() -> start(List.of()))
                .isInstanceOfSatisfying(MoveUnfinished.class, unfinished -> assertThat(unfinished.move())
                        .isEqualTo(id));
        house.work.work();
        assertThatThrownBy(() -> start(List.of()))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("no case");
        assertThat(house.table.ofCase("CMP-1")).hasSize(2);
    }

    @Test
    void a_start_for_a_version_that_is_no_longer_the_newest_is_refused() {
        begin("CMP-1");
        deploy(care("Task_Ask", "Ask"), help("Task_Help"), "new words");
        deploy(care("Task_Ask", "Ask"), help("Task_Help"), "newest words");
        assertThatThrownBy(() -> house.moves.start(CARE, List.of(), 2, List.of(), "owner"))
                .isInstanceOf(FormRefusal.class)
                .hasMessageContaining("that is 3");
    }

    /** As when a node dies: neither is the case in work half done, nor does anybody write down how far it was. */
    @Test
    void what_dies_in_the_middle_goes_on_after_a_restart_and_nothing_is_done_twice() {
        for (int i = 10; i < 30; i++) {
            begin("CMP-" + i);
        }
        deploy(care("Task_Ask", "Ask"), help("Task_Help"), "new words");
        long id = start(List.of());

        assertThatThrownBy(() -> house.another(dying(7)).work()).isInstanceOf(Died.class);
        assertThat(house.table.counts(id)).containsEntry(MovedCase.MOVED, 6).containsEntry(MovedCase.WAITING, 14);
        assertThat(versions("CMP-16")).containsOnly(1);

        house.work.work(); // the dead one's lease still lasts
        assertThat(house.table.counts(id)).containsEntry(MovedCase.WAITING, 14);
        house.clock.forward(Duration.ofMinutes(2));
        house.work.work();

        assertThat(house.table.counts(id)).containsExactly(Map.entry(MovedCase.MOVED, 20));
        for (int i = 10; i < 30; i++) {
            assertThat(versions("CMP-" + i)).containsOnly(2);
            assertThat(house.table.ofCase("CMP-" + i)).hasSize(2);
        }
        assertThat(house.table.find(id).orElseThrow().state()).isEqualTo(Move.FINISHED);
    }

    @Test
    void it_stops_before_the_next_case_and_goes_on_when_it_is_told() {
        for (int i = 10; i < 16; i++) {
            begin("CMP-" + i);
        }
        deploy(care("Task_Ask", "Ask"), help("Task_Help"), "new words");
        long id = start(List.of());
        house.another(after(3, () -> house.moves.stop(id, "owner"))).work();

        assertThat(house.table.counts(id)).containsEntry(MovedCase.MOVED, 3).containsEntry(MovedCase.WAITING, 3);
        house.work.work();
        assertThat(house.table.counts(id)).containsEntry(MovedCase.WAITING, 3);
        assertThat(house.table.find(id).orElseThrow().stoppedBy()).isEqualTo("owner");

        assertThat(house.moves.goOn(id)).isTrue();
        house.work.work();
        assertThat(house.table.counts(id)).containsExactly(Map.entry(MovedCase.MOVED, 6));
    }

    @Test
    void a_stopped_move_can_be_ended_and_the_others_stay_where_they_are() {
        begin("CMP-1");
        deploy(care("Task_Ask", "Ask"), help("Task_Help"), "new words");
        long id = start(List.of());
        assertThat(house.moves.end(id)).isFalse();
        house.moves.stop(id, "owner");
        assertThat(house.moves.end(id)).isTrue();
        house.work.work();
        assertThat(states(id)).containsExactly(MovedCase.LEFT);
        assertThat(versions("CMP-1")).containsOnly(1);
        assertThat(start(List.of())).isGreaterThan(id);
    }

    @Test
    void a_case_that_ended_meanwhile_is_passed_over() {
        begin("CMP-1");
        deploy(care("Task_Ask", "Ask"), help("Task_Help"), "new words");
        long id = start(List.of());
        house.runtime
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(it -> house.runtime.deleteProcessInstance(it.getId(), "over"));
        house.work.work();
        assertThat(states(id)).containsExactly(MovedCase.OVER);
    }

    @Test
    void a_timer_keeps_the_time_that_was_set_and_a_new_one_begins_to_count() {
        Map<String, String> old = one(it -> it.userTask("Task_Wait")
                .name("Wait")
                .boundaryEvent("BoundaryEvent_Late")
                .name("Late")
                .cancelActivity(false)
                .timerWithCycle("R5/P1D")
                .endEvent()
                .moveToActivity("Task_Wait")
                .endEvent());
        house.runtime.startProcessInstanceById(old.get("one"), "CMP-1");
        Job timer = house.management.createJobQuery().singleResult();
        Date set = new Date(timer.getDuedate().getTime() - Duration.ofDays(40).toMillis());
        house.management.setJobDuedate(timer.getId(), set, false);
        Map<String, String> now = one(it -> it.userTask("Task_Wait")
                .name("Wait")
                .boundaryEvent("BoundaryEvent_Late")
                .name("Late")
                .cancelActivity(false)
                .timerWithCycle("R5/P7D")
                .endEvent()
                .moveToActivity("Task_Wait")
                .boundaryEvent("BoundaryEvent_VeryLate")
                .name("Very late")
                .cancelActivity(false)
                .timerWithDuration("P9D")
                .endEvent()
                .moveToActivity("Task_Wait")
                .endEvent());
        Preview preview = house.previews.of("one", List.of(), List.of()).orElseThrow();
        assertThat(preview.begins())
                .singleElement()
                .asString()
                .contains("Very late")
                .contains("of “Wait”");
        assertThat(preview.ends()).isEmpty();

        assertThat(house.move(old.get("one"), now, List.of()))
                .extracting(MovedCase::state)
                .containsExactly(MovedCase.MOVED);

        assertThat(house.management.createJobQuery().list()).hasSize(2);
        Job kept = house.management.createJobQuery().jobId(timer.getId()).singleResult();
        assertThat(kept.getDuedate()).isEqualTo(set);
        // what is over due runs, and comes again as it was told to, and not as the new version would
        house.management.executeJob(kept.getId());
        Instant inTwoDays = Instant.now().plus(Duration.ofDays(2));
        assertThat(house.management.createJobQuery().list())
                .hasSize(2)
                .anySatisfy(it -> assertThat(it.getDuedate().toInstant()).isBefore(inTwoDays));
    }

    @Test
    void a_step_that_stands_in_a_group_now_is_found_there_and_the_groups_timer_begins() {
        Map<String, String> old =
                one(it -> it.userTask("Task_Wait").name("Wait").endEvent());
        ProcessInstance instance = house.runtime.startProcessInstanceById(old.get("one"), "CMP-1");
        String task = house.tasks.createTaskQuery().singleResult().getId();
        Map<String, String> now = one(it -> it.subProcess("SubProcess_Group")
                .name("Group")
                .embeddedSubProcess()
                .startEvent("StartEvent_Group")
                .userTask("Task_Wait")
                .name("Wait")
                .endEvent()
                .subProcessDone()
                .boundaryEvent("BoundaryEvent_Long")
                .name("Takes long")
                .timerWithDuration("P9D")
                .endEvent()
                .moveToActivity("SubProcess_Group")
                .endEvent());
        assertThat(house.previews.of("one", List.of(), List.of()).orElseThrow().begins())
                .singleElement()
                .asString()
                .contains("Takes long");

        assertThat(house.move(old.get("one"), now, List.of()))
                .extracting(MovedCase::state)
                .containsExactly(MovedCase.MOVED);

        assertThat(house.tasks.createTaskQuery().singleResult().getId()).isEqualTo(task);
        assertThat(house.management.createJobQuery().count()).isEqualTo(1);
        house.tasks.complete(task);
        assertThat(house.runtime
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
    }

    @Test
    void what_serves_no_case_moves_by_itself() {
        Map<String, String> old = one(it -> it.userTask("Task_Wait").endEvent());
        ProcessInstance instance = house.runtime.startProcessInstanceById(old.get("one"));
        one(it -> it.userTask("Task_Wait").userTask("Task_More").endEvent());
        long id = house.moves.start("one", List.of(), null, List.of(), "owner");
        house.work.work();
        assertThat(house.table.cases(id, "", "", 10))
                .extracting(MovedCase::item, MovedCase::state)
                .containsExactly(tuple(instance.getId(), MovedCase.MOVED));
    }

    private long start(Collection<StepMatch> matches) {
        return house.moves.start(CARE, List.of(), null, matches, "owner");
    }

    private void begin(String caseNumber) {
        house.runtime.startProcessInstanceById(first.get(CARE), caseNumber);
    }

    private List<String> states(long id) {
        return house.table.cases(id, "", "", 100).stream().map(MovedCase::state).toList();
    }

    private List<Integer> versions(String caseNumber) {
        return house.runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(it -> house.repository.getProcessDefinition(it.getProcessDefinitionId()))
                .map(ProcessDefinition::getVersion)
                .toList();
    }

    private CaseMover dying(int turn) {
        return after(turn, () -> {
            throw new Died();
        });
    }

    /** Does something in the middle of a case, before its transaction ends. */
    private CaseMover after(int turn, Runnable then) {
        return new CaseMover(house.running, house.planner, house.table, house.runtime, house.repository) {

            private int turns;

            @Override
            boolean move(Move move, String item, Plans plans) {
                boolean settled = super.move(move, item, plans);
                if (++turns == turn) {
                    then.run();
                }
                return settled;
            }
        };
    }

    private Map<String, String> deploy(BpmnModelInstance care, BpmnModelInstance help, String words) {
        var deployment = house.repository
                .createDeployment()
                .addModelInstance("care.bpmn", care)
                .addModelInstance("help.bpmn", help)
                .addString("help.form", "{\"id\":\"help\",\"type\":\"default\",\"text\":\"" + words + "\"}");
        return deployment.deployWithResult().getDeployedProcessDefinitions().stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getId));
    }

    private static BpmnModelInstance care(String task, String name) {
        return care("CallActivity_Help", HELP, task, name);
    }

    private static BpmnModelInstance care(String call, String called, String task, String name) {
        return Bpmn.createExecutableProcess(CARE)
                .name("Care")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("StartEvent_Care")
                .callActivity(call)
                .name("Get help")
                .calledElement(called)
                .camundaCalledElementBinding("deployment")
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .userTask(task)
                .name(name)
                .endEvent()
                .done();
    }

    private static BpmnModelInstance help(String task) {
        return Bpmn.createExecutableProcess(HELP)
                .name("Help")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("StartEvent_Help")
                .userTask(task)
                .name("Help out")
                .camundaFormRef("help")
                .camundaFormRefBinding("deployment")
                .endEvent()
                .done();
    }

    private Map<String, String> one(Function<StartEventBuilder, ? extends AbstractFlowNodeBuilder<?, ?>> steps) {
        ProcessBuilder process = Bpmn.createExecutableProcess("one").name("One").camundaHistoryTimeToLiveString("P1D");
        return house.deploy(new TreeMap<>(Map.of(
                "one.bpmn", steps.apply(process.startEvent("StartEvent_One")).done())));
    }

    /** A node that is gone. */
    private static final class Died extends Error {

        private static final long serialVersionUID = 1L;
    }
}
