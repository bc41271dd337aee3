package io.amends.mediacrisis;

import io.amends.clock.CaseClocks;
import io.amends.promise.PromiseFields;
import io.amends.promise.Promises;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The review is done: its clock is met, and each action is a promise within the house (M-15). */
@Component
class PlanReviewActionsDelegate implements JavaDelegate {

    private static final String KIND = "after-action";

    private final Promises promises;
    private final CaseClocks clocks;

    PlanReviewActionsDelegate(Promises promises, CaseClocks clocks) {
        this.promises = promises;
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        int number = PromiseFields.plan(promises, execution, KIND, false);
        promises.stand(caseNumber, KIND + "-" + number);
        clocks.meet(caseNumber, ReviewProcess.CLOCK);
    }
}
