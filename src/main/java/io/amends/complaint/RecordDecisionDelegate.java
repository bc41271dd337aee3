package io.amends.complaint;

import io.amends.casefile.CaseVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts the declines and notes an agreement (K-13). */
@Component
class RecordDecisionDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        if ("accepted".equals(ComplaintProcess.DECISION.get(execution))) {
            CaseVariables.OUTCOME.set(execution, "agreed");
        } else {
            ComplaintProcess.DECLINES.set(execution, ComplaintProcess.DECLINES.orElse(execution, 0) + 1);
        }
    }
}
