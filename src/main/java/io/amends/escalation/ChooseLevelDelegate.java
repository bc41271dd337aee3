package io.amends.escalation;

import io.amends.clock.CaseClocks;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Calls the next level up, and the top one again and again, each with its window (C-5). */
@Component
class ChooseLevelDelegate implements JavaDelegate {

    private final EscalationTable table;
    private final CaseClocks clocks;
    private final Clock clock;

    ChooseLevelDelegate(EscalationTable table, CaseClocks clocks, Clock clock) {
        this.table = table;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<Level> chain = Level.of(execution);
        int level = Math.min(EscalationProcess.LEVEL.orElse(execution, 0) + 1, chain.size());
        Level called = Level.at(chain, level);
        Instant now = clock.instant();
        Instant until = clocks.due(now, called.window());
        EscalationTable.Live escalation =
                table.liveIn(execution.getProcessInstanceId()).orElseThrow();
        int number = table.call(escalation, level, called.group(), now, until);
        EscalationProcess.LEVEL.set(execution, level);
        EscalationProcess.LEVEL_GROUP.set(execution, called.group());
        EscalationProcess.WINDOW_UNTIL.set(execution, Date.from(until));
        EscalationProcess.ESCALATION_OCCURRENCE.set(execution, new CallRef(escalation.clock(), number).text());
    }
}
