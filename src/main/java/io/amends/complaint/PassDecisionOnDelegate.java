package io.amends.complaint;

import io.amends.modeling.FormRefusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Passes on what a person read in the customer's mail: yes or no to our proposal (K-13). */
@Component
class PassDecisionOnDelegate implements JavaDelegate {

    private final CustomerVoice voice;

    PassDecisionOnDelegate(CustomerVoice voice) {
        this.voice = voice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        if (!voice.awaits(caseNumber, CustomerVoice.Kind.DECISION)) {
            throw new FormRefusal(
                    ReadMailProcess.MAIL_SAYS.name(),
                    "comes too late: no proposal waits for a decision any more; choose that there is nothing to pass on");
        }
        boolean accepted = ReadMailProcess.ACCEPTED.equals(ReadMailProcess.MAIL_SAYS.get(execution));
        voice.decided(
                caseNumber,
                accepted,
                accepted ? null : ReadMailProcess.DECLINE_REASON.find(execution).orElse(null));
    }
}
