package io.amends.escalation;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Remembers by name who takes the escalation on (C-5, C-6). */
@Component
class AcknowledgerListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setVariable(EscalationProcess.ACKNOWLEDGED_BY.name(), task.getAssignee());
    }
}
