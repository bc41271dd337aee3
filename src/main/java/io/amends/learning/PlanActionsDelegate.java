package io.amends.learning;

import io.amends.promise.PromiseFields;
import io.amends.promise.Promises;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes each preventive action a promise within the house (K-19). */
@Component
class PlanActionsDelegate implements JavaDelegate {

    private final Promises promises;

    PlanActionsDelegate(Promises promises) {
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int number = PromiseFields.plan(promises, execution, "review", false);
        promises.stand(execution.getProcessBusinessKey(), "review-" + number);
    }
}
