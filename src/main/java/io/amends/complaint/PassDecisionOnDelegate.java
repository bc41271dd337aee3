package io.amends.complaint;

import io.amends.casefile.CustomerDecision;
import io.amends.modeling.FormRefusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Passes on what a person read in the customer's mail: yes or no to what their case proposes (K-13, L-9). */
@Component
class PassDecisionOnDelegate implements JavaDelegate {

    private final ObjectProvider<CustomerDecision> decisions;

    PassDecisionOnDelegate(ObjectProvider<CustomerDecision> decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        CustomerDecision awaited = decisions.stream()
                .filter(decision -> decision.awaits(caseNumber))
                .findFirst()
                .orElseThrow(
                        () -> new FormRefusal(
                                ReadMailProcess.MAIL_SAYS.name(),
                                "comes too late: no proposal waits for a decision any more; choose that there is nothing to pass on"));
        boolean accepted = ReadMailProcess.ACCEPTED.equals(ReadMailProcess.MAIL_SAYS.get(execution));
        awaited.decided(
                caseNumber,
                accepted,
                accepted ? null : ReadMailProcess.DECLINE_REASON.find(execution).orElse(null));
    }
}
