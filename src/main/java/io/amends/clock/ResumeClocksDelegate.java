package io.amends.clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** This process no longer waits for the customer; the clocks run on unless another one does (C-2). */
@Component
class ResumeClocksDelegate implements JavaDelegate {

    private final CaseClocks clocks;

    ResumeClocksDelegate(CaseClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.resume(execution.getProcessBusinessKey(), execution.getProcessInstanceId());
    }
}
