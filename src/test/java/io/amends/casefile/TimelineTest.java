package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.amends.casefile.TimelineEntry.Kind;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of what happened at the same moment, the cause stands before the effect. */
class TimelineTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00.123Z");

    private final CaseEngine engine = mock(CaseEngine.class);
    private final CaseReports reports = mock(CaseReports.class);
    private final CaseClocks clocks = mock(CaseClocks.class);

    @BeforeEach
    void nothingIsChecked() {
        when(engine.unchecked(any())).thenAnswer(asked -> ((Supplier<?>) asked.getArgument(0)).get());
    }

    @Test
    void an_end_stands_after_the_step_that_led_there_in_whatever_order_the_engine_hands_them_out() {
        CaseRun run = run(
                List.of(process("00000000-1111-11f0-8000-0242ac120002", "Approval")),
                activity(
                        "EndEvent_Decided", "noneEndEvent", "Approval decided", "00000009-1111-11f0-8000-0242ac120002"),
                activity("Task_Record", "serviceTask", "Record the approval", "00000003-1111-11f0-8000-0242ac120002"));

        assertThat(told(run, new StepSource(reports, new IdleWaits(clocks))))
                .containsExactly(
                        "Began “Approval”, version 1",
                        "Did the step “Record the approval”",
                        "Reached the end “Approval decided”");
    }

    @Test
    void what_came_from_outside_stands_before_what_the_engine_did_and_what_followed_after_it() {
        CaseRun run = run(
                List.of(), activity("Task_Record", "serviceTask", "Record it", "00000003-1111-11f0-8000-0242ac120002"));

        assertThat(told(
                        run,
                        source(TimelineEntry.of(NOW.plusNanos(400_000), null, Kind.CLOCK, "The clock is met")),
                        new StepSource(reports, new IdleWaits(clocks)),
                        source(TimelineEntry.of(NOW.plusNanos(900_000), null, Kind.MAIL, "Mail came")
                                .inTurn(Turn.FIRST))))
                .containsExactly("Mail came", "Did the step “Record it”", "The clock is met");
    }

    @Test
    void a_wait_that_ends_because_nothing_is_owed_any_more_is_no_time_that_came() {
        CaseRun run = theLastClockEnds();

        assertThat(told(run, new StepSource(reports, new IdleWaits(clocks))))
                .containsExactly(
                        "Stopped waiting for “Next warning or deadline reached”, all clocks have ended",
                        "Did the step “Tell what is due”: nothing was",
                        "Reached the end “All clocks ended”");
    }

    @Test
    void a_deadline_that_was_reached_is_told_even_where_it_was_the_last() {
        CaseRun run = theLastClockEnds();
        CaseClock clock = mock(CaseClock.class);
        when(clock.name()).thenReturn("resolve");
        when(clock.breached()).thenReturn(NOW);
        when(clock.due()).thenReturn(NOW);
        when(clocks.of(any())).thenReturn(List.of(clock));

        assertThat(told(run, new StepSource(reports, new IdleWaits(clocks))))
                .containsExactly(
                        "The time came: “Next warning or deadline reached”",
                        "Did the step “Tell what is due”",
                        "Reached the end “All clocks ended”");
    }

    private static CaseRun theLastClockEnds() {
        return run(
                List.of(),
                activity(
                        "IntermediateEvent_ThresholdReached",
                        "intermediateTimer",
                        "Next warning or deadline reached",
                        "00000001-1111-11f0-8000-0242ac120002"),
                activity(
                        "Task_TellWhatIsDue",
                        "serviceTask",
                        "Tell what is due",
                        "00000002-1111-11f0-8000-0242ac120002"),
                activity(
                        "EndEvent_AllClocksEnded",
                        "noneEndEvent",
                        "All clocks ended",
                        "00000003-1111-11f0-8000-0242ac120002"));
    }

    @Test
    void ids_that_tell_no_time_leave_the_order_as_it_is() {
        assertThat(Turn.of("4711")).isZero();
        assertThat(Turn.of("Task_Record:4711")).isZero();
        assertThat(Turn.of("6ba7b810-9dad-41d1-80b4-00c04fd430c8")).isZero();
        assertThat(Turn.of("Task_Record:00000003-1111-11f0-8000-0242ac120002"))
                .isLessThan(Turn.of("00000009-1111-11f0-8000-0242ac120002"));
    }

    private List<String> told(CaseRun run, TimelineSource... sources) {
        return new Timeline(engine, List.of(sources))
                .of(run).stream().map(TimelineEntry::what).toList();
    }

    private static TimelineSource source(TimelineEntry entry) {
        return run -> List.of(entry);
    }

    private static CaseRun run(List<HistoricProcessInstance> processes, HistoricActivityInstance... activities) {
        CaseFile file = mock(CaseFile.class);
        return new CaseRun(file, processes, List.of(activities), List.of(), List.of());
    }

    private static HistoricProcessInstance process(String id, String name) {
        HistoricProcessInstance process = mock(HistoricProcessInstance.class);
        when(process.getId()).thenReturn(id);
        when(process.getProcessDefinitionName()).thenReturn(name);
        when(process.getProcessDefinitionVersion()).thenReturn(1);
        when(process.getStartTime()).thenReturn(Date.from(NOW));
        return process;
    }

    private static HistoricActivityInstance activity(String step, String type, String name, String id) {
        HistoricActivityInstance activity = mock(HistoricActivityInstance.class);
        when(activity.getId()).thenReturn(step + ":" + id);
        when(activity.getActivityId()).thenReturn(step);
        when(activity.getActivityType()).thenReturn(type);
        when(activity.getActivityName()).thenReturn(name);
        when(activity.getProcessInstanceId()).thenReturn("00000000-1111-11f0-8000-0242ac120002");
        when(activity.getStartTime()).thenReturn(Date.from(NOW));
        when(activity.getEndTime()).thenReturn(Date.from(NOW));
        return activity;
    }
}
