package io.amends.escalation;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what ended the clock, and with it the call for help (C-7). */
@Component
class NoteEndDelegate implements JavaDelegate {

    private final EscalationTable table;
    private final Lateness lateness;
    private final Clock clock;

    NoteEndDelegate(EscalationTable table, Lateness lateness, Clock clock) {
        this.table = table;
        this.lateness = lateness;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String why = lateness.whyOver(ClockRef.of(execution), "Ended by a message");
        table.end(execution.getProcessInstanceId(), clock.instant(), why);
    }
}
