package io.amends.mediacrisis;

import io.amends.callout.CallOuts;
import java.util.Optional;
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
        String caseNumber = task.getExecution().getProcessBusinessKey();
        Optional<String> director = callOuts.answeredBy(caseNumber, CrisisApprovals.DIRECTOR);
        callOuts.answeredBy(caseNumber, CrisisApprovals.CRISIS_LEAD)
                .filter(lead -> !lead.equals(author))
                // who took both roles approves as director, which nobody else may, and another senior as crisis lead
                .filter(lead -> !director.equals(Optional.of(lead)))
                .ifPresent(task::setAssignee);
    }
}
