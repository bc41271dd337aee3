package io.amends.mediacrisis;

import io.amends.callout.CallOuts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives the approval to whoever answered the call-out as crisis lead (M-3, M-9), unless they wrote the words themselves. */
@Component
class CrisisLeadListener implements TaskListener {

    private final CallOuts callOuts;

    CrisisLeadListener(CallOuts callOuts) {
        this.callOuts = callOuts;
    }

    @Override
    public void notify(DelegateTask task) {
        String author = MediaCrisisProcess.PROPOSER.orElse(task, "");
        callOuts.answeredBy(task.getExecution().getProcessBusinessKey(), CrisisApprovals.CRISIS_LEAD)
                .filter(lead -> !lead.equals(author))
                .ifPresent(task::setAssignee);
    }
}
