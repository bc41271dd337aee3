package io.amends.clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stops every clock of a case that ends without an answer, such as a complaint that is withdrawn (C-7). */
@Component
class StopClocksDelegate implements JavaDelegate {

    private final CaseClocks clocks;

    StopClocksDelegate(CaseClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.stopAll(execution.getProcessBusinessKey());
    }
}
