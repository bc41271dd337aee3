package io.amends.lostcustomer;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Adds the minutes that a step took to those of its case (L-11); the step's form asks for them. */
@Component
class WorkMinutesListener implements TaskListener {

    private final LostCustomerTable table;

    WorkMinutesListener(LostCustomerTable table) {
        this.table = table;
    }

    @Override
    public void notify(DelegateTask task) {
        LostCustomerProcess.MINUTES.find(task).ifPresent(minutes -> {
            table.addMinutes(task.getExecution().getProcessBusinessKey(), minutes);
            // the next step's form opens with what is left behind
            task.setVariable(LostCustomerProcess.MINUTES.name(), null);
        });
    }
}
