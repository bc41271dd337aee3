package io.amends.clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes a clock as met; the diagram names it in the input {@code clock} (C-2). */
@Component
class MeetClockDelegate implements JavaDelegate {

    private final CaseClocks clocks;

    MeetClockDelegate(CaseClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.meet(execution.getProcessBusinessKey(), (String) execution.getVariable("clock"));
    }
}
