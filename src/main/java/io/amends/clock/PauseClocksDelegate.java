package io.amends.clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the clocks of the case stand while this process waits for the customer (C-2). */
@Component
class PauseClocksDelegate implements JavaDelegate {

    private final CaseClocks clocks;

    PauseClocksDelegate(CaseClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.pause(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), "waiting for the customer");
    }
}
