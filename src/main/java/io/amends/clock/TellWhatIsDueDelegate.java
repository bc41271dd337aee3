package io.amends.clock;

import io.amends.modeling.AsTheHouse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Says to the process of a clock that its warning or deadline is there, once per occurrence (C-4, C-9). One at a time, so that what
 * one clock sets off cannot undo what another did; the diagram comes back for the next.
 */
@Component
class TellWhatIsDueDelegate implements JavaDelegate {

    private final RuntimeService runtime;
    private final KeeperTable keepers;
    private final ClockTable table;
    private final CaseClocks clocks;
    private final HouseClock clock;
    private final AsTheHouse house;
    private final ApplicationEventPublisher events;

    TellWhatIsDueDelegate(
            RuntimeService runtime,
            KeeperTable keepers,
            ClockTable table,
            CaseClocks clocks,
            HouseClock clock,
            AsTheHouse house,
            ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.keepers = keepers;
        this.table = table;
        this.clocks = clocks;
        this.clock = clock;
        this.house = house;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = ClockProcess.CASE_NUMBER.get(execution);
        // whoever changed a clock meanwhile has finished now: what counts is what the rows say from here on
        keepers.lock(caseNumber);
        Instant now = clock.instant();
        ClockCall.next(table.of(caseNumber), now)
                .filter(call -> call.due(now))
                .ifPresent(call -> house.run(() -> tell(call, now)));
        boolean running =
                table.of(caseNumber).stream().anyMatch(row -> row.clock().running());
        if (!running) {
            keepers.appoint(caseNumber, null);
        }
        ClockProcess.CLOCKS_RUNNING.set(execution, running);
    }

    private String tell(ClockCall call, Instant now) {
        CaseClock late = call.row().clock();
        if (call.kind() == ClockCall.Kind.WARNING) {
            table.warn(late, now);
        } else {
            table.breach(late, now);
            events.publishEvent(new ClockBreached(late.caseNumber(), late.rule()));
        }
        if (listens(late.holder(), call.message())) {
            runtime.createMessageCorrelation(call.message())
                    .processInstanceId(late.holder())
                    .setVariablesToTriggeredScope(Map.of(
                            ClockProcess.CLOCK.name(), late.name(),
                            ClockProcess.CLOCK_RULE.name(), late.rule(),
                            ClockProcess.OCCURRENCE.name(), late.occurrence(),
                            ClockProcess.CLOCK_DUE.name(), Date.from(late.due())))
                    .correlate();
        } else {
            stopUnlessSuspended(late);
        }
        return late.name();
    }

    private boolean listens(String holder, String message) {
        return runtime.createExecutionQuery()
                        .processInstanceId(holder)
                        .messageEventSubscriptionName(message)
                        .active()
                        .count()
                > 0;
    }

    // C-7: nobody is owed anything by a process that has ended, or that withdrew from what it was doing
    private void stopUnlessSuspended(CaseClock late) {
        if (runtime.createProcessInstanceQuery()
                        .processInstanceId(late.holder())
                        .suspended()
                        .count()
                > 0) {
            throw new IllegalStateException("The clock " + late.name() + " of " + late.caseNumber()
                    + " is due, but its process is suspended and cannot hear it; activate " + late.holder());
        }
        clocks.stop(late.caseNumber(), late.name());
    }
}
