package io.amends.escalation;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Opens the escalation with the levels that the table gave (C-5), unless help was called already for this occurrence (C-9) or
 * is needed no more (C-7).
 */
@Component
class FreezeChainDelegate implements JavaDelegate {

    private final EscalationTable table;
    private final Lateness lateness;
    private final Clock clock;

    FreezeChainDelegate(EscalationTable table, Lateness lateness, Clock clock) {
        this.table = table;
        this.lateness = lateness;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ClockRef ref = ClockRef.of(execution);
        boolean needed = lateness.stillLate(ref) && table.liveOf(ref).isEmpty();
        EscalationProcess.CALL_NEEDED.set(execution, needed);
        if (needed) {
            Level.of(execution);
            table.start(ref, execution.getProcessInstanceId(), clock.instant());
        }
    }
}
