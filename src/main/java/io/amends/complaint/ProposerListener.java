package io.amends.complaint;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Remembers who proposed, since that person may not approve (K-12). */
@Component
class ProposerListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        task.setVariable(ComplaintProcess.PROPOSER.name(), task.getAssignee());
    }
}
