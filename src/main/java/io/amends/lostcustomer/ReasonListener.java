package io.amends.lostcustomer;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps why a customer left, as a person saw it after the talk (L-4). */
@Component
class ReasonListener implements TaskListener {

    private final LostCustomerTable table;

    ReasonListener(LostCustomerTable table) {
        this.table = table;
    }

    @Override
    public void notify(DelegateTask task) {
        table.confirm(
                task.getExecution().getProcessBusinessKey(),
                LostCustomerProcess.REASON.get(task),
                LostCustomerProcess.REASON_NOTE.find(task).orElse(null));
    }
}
