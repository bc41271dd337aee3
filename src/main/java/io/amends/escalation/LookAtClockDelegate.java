package io.amends.escalation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A window or an acknowledgement's own time has passed: is the clock still late (C-6, C-7)? */
@Component
class LookAtClockDelegate implements JavaDelegate {

    private final Lateness lateness;

    LookAtClockDelegate(Lateness lateness) {
        this.lateness = lateness;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EscalationProcess.STILL_LATE.set(execution, lateness.stillLate(ClockRef.of(execution)));
    }
}
