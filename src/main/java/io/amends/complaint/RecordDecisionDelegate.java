package io.amends.complaint;

import io.amends.casefile.CaseVariables;
import io.amends.promise.Promises;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts the declines and notes an agreement (K-13). */
@Component
class RecordDecisionDelegate implements JavaDelegate {

    private final Promises promises;

    RecordDecisionDelegate(Promises promises) {
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if ("accepted".equals(ComplaintProcess.DECISION.get(execution))) {
            CaseVariables.OUTCOME.set(execution, "agreed");
            makeThemStand(execution);
        } else {
            ComplaintProcess.DECLINES.set(execution, ComplaintProcess.DECLINES.orElse(execution, 0) + 1);
        }
    }

    private void makeThemStand(DelegateExecution execution) {
        if (!"yes".equals(ComplaintProcess.INTERIM.orElse(execution, "no"))) {
            promises.stand(execution.getProcessBusinessKey(), ComplaintProcess.PROMISE_BATCH.get(execution));
        }
    }
}
