package io.amends.escalation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Is there a late clock that nobody was called for (C-8)? */
@Component
class CompareClocksDelegate implements JavaDelegate {

    private final ClockWatch watch;

    CompareClocksDelegate(ClockWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EscalationProcess.CLOCKS_FORGOTTEN.set(execution, !watch.toCall().isEmpty());
    }
}
