package io.amends.casefile;

import io.amends.clock.CaseClocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.stereotype.Component;

/**
 * Waits for the next warning or deadline that ended though none had come: the last clock had ended, or the deadline had moved on. To the
 * engine such a timer has fired like any other; on record it must not say that a time came.
 */
@Component
class IdleWaits {

    private static final String WAIT = "IntermediateEvent_ThresholdReached";
    private static final String TELL = "Task_TellWhatIsDue";

    private final CaseClocks clocks;

    IdleWaits(CaseClocks clocks) {
        this.clocks = clocks;
    }

    /** Ids of the visits to the wait, and to the step after it that had nothing to tell. */
    Set<String> of(CaseRun run) {
        List<HistoricActivityInstance> waits = visits(run, WAIT);
        if (waits.isEmpty()) {
            return Set.of();
        }
        List<HistoricActivityInstance> tells = visits(run, TELL);
        List<Instant> said = said(run.file().number());
        Set<String> idle = new HashSet<>();
        for (HistoricActivityInstance wait : waits) {
            Instant from = wait.getEndTime().toInstant();
            tells.stream()
                    .filter(it -> it.getProcessInstanceId().equals(wait.getProcessInstanceId()))
                    .filter(it -> !it.getStartTime().toInstant().isBefore(from))
                    .findFirst()
                    .filter(tell -> said.stream()
                            .noneMatch(at -> !at.isBefore(from)
                                    && !at.isAfter(tell.getEndTime().toInstant())))
                    .ifPresent(tell -> {
                        idle.add(wait.getId());
                        idle.add(tell.getId());
                    });
        }
        return idle;
    }

    private static List<HistoricActivityInstance> visits(CaseRun run, String step) {
        return run.activities().stream()
                .filter(it -> step.equals(it.getActivityId()) && it.getEndTime() != null && !it.isCanceled())
                .toList();
    }

    /** When clocks warned or were breached, whatever became of them. */
    private List<Instant> said(String caseNumber) {
        List<Instant> said = new ArrayList<>();
        ClockSpan.of(clocks.of(caseNumber), clocks.changes(caseNumber))
                .forEach(span -> Stream.of(span.warned(), span.breached())
                        .filter(Objects::nonNull)
                        .forEach(said::add));
        return said;
    }
}
