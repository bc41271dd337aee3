package io.amends.callout;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** However a call-out ends, also with its case, nobody is left waiting in the table for a process that is gone (C-7). */
@Component
class CallOutEndListener implements ExecutionListener {

    private final CallOutTable table;
    private final Clock clock;

    CallOutEndListener(CallOutTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        table.end(execution.getProcessInstanceId(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
