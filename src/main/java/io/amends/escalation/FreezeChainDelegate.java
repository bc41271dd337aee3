package io.amends.escalation;

import io.amends.clock.CaseClocks;
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
    private final CaseClocks clocks;
    private final Lateness lateness;
    private final Clock clock;

    FreezeChainDelegate(EscalationTable table, CaseClocks clocks, Lateness lateness, Clock clock) {
        this.table = table;
        this.clocks = clocks;
        this.lateness = lateness;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ClockRef ref = ClockRef.of(execution);
        // whoever meets the clock at this moment either did so before we look or finds the escalation to end it
        clocks.hold(ref.caseNumber());
        boolean needed = lateness.stillLate(ref) && table.liveOf(ref).isEmpty();
        EscalationProcess.CALL_NEEDED.set(execution, needed);
        if (needed) {
            Level.of(execution);
            table.start(ref, execution.getProcessInstanceId(), clock.instant());
        }
    }
}
