package io.amends.lostcustomer;

import java.time.Clock;
import java.time.ZonedDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Keeps until when the purchases of a customer are watched (L-6, L-10). */
@Component
class WatchListener implements ExecutionListener {

    private final LostCustomerTable table;
    private final Clock clock;

    WatchListener(LostCustomerTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        int days = LostCustomerProcess.WATCH_DAYS.get(execution);
        table.watch(
                execution.getProcessBusinessKey(),
                ZonedDateTime.now(clock).plusDays(days).toInstant());
    }
}
