package io.amends.clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes clocks as met; the diagram names them in the input {@code clock}, several with commas (C-2). */
@Component
class MeetClockDelegate implements JavaDelegate {

    private final CaseClocks clocks;

    MeetClockDelegate(CaseClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (String name : ClockNames.of(ClockProcess.CLOCK.get(execution))) {
            clocks.meet(execution.getProcessBusinessKey(), name);
        }
    }
}
