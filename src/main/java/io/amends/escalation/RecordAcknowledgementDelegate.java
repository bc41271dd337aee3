package io.amends.escalation;

import io.amends.clock.CaseClocks;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Acknowledging takes on the duty, for as long as the level's own time lasts (C-6). */
@Component
class RecordAcknowledgementDelegate implements JavaDelegate {

    private final EscalationTable table;
    private final CaseClocks clocks;
    private final Clock clock;

    RecordAcknowledgementDelegate(EscalationTable table, CaseClocks clocks, Clock clock) {
        this.table = table;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Level level = Level.at(Level.of(execution), EscalationProcess.LEVEL.get(execution));
        Instant now = clock.instant();
        Instant until = clocks.due(now, level.act());
        table.acknowledge(
                table.liveIn(execution.getProcessInstanceId()).orElseThrow(),
                EscalationProcess.ACKNOWLEDGED_BY.get(execution),
                EscalationProcess.ACKNOWLEDGEMENT.get(execution),
                now,
                until);
        EscalationProcess.ACT_UNTIL.set(execution, Date.from(until));
        // the next level's form begins empty; history keeps what was said
        execution.removeVariable(EscalationProcess.ACKNOWLEDGEMENT.name());
    }
}
