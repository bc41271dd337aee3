package io.amends.complaint;

import io.amends.learning.Causes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the cause and whose responsibility it was; the shares sum to 100 % (K-10). */
@Component
class RecordCauseDelegate implements JavaDelegate {

    private final Causes causes;

    RecordCauseDelegate(Causes causes) {
        this.causes = causes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        causes.record(
                execution.getProcessBusinessKey(),
                ComplaintProcess.CAUSE.get(execution),
                ComplaintProcess.CAUSE_PARTY.get(execution),
                ComplaintProcess.CAUSE_SHARE.get(execution),
                ComplaintProcess.CAUSE_OTHER_PARTY.find(execution).orElse(null));
    }
}
