package io.amends.complaint;

import io.amends.modeling.FormRefusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Passes on what a person read in the customer's mail: the complaint is withdrawn (K-20). */
@Component
class PassWithdrawalOnDelegate implements JavaDelegate {

    private final CustomerVoice voice;

    PassWithdrawalOnDelegate(CustomerVoice voice) {
        this.voice = voice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        if (!voice.awaits(caseNumber, CustomerVoice.Kind.WITHDRAWAL)) {
            throw new FormRefusal(
                    ReadMailProcess.MAIL_SAYS.name(),
                    "comes too late: the complaint is closed; choose that there is nothing to pass on");
        }
        voice.withdrawn(caseNumber, null);
    }
}
