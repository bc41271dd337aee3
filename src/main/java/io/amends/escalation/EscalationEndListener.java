package io.amends.escalation;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** However an escalation's process ends, nobody is left waiting in the table for a process that is gone. */
@Component
class EscalationEndListener implements ExecutionListener {

    private final EscalationTable table;
    private final Lateness lateness;
    private final Clock clock;

    EscalationEndListener(EscalationTable table, Lateness lateness, Clock clock) {
        this.table = table;
        this.lateness = lateness;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String why = lateness.whyOver(ClockRef.of(execution), "Cancelled");
        table.end(execution.getProcessInstanceId(), clock.instant(), why);
    }
}
