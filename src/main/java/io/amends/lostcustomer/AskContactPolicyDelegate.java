package io.amends.lostcustomer;

import io.amends.casefile.CaseVariables;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks whether and how the customer may be contacted now (L-2). */
@Component
class AskContactPolicyDelegate implements JavaDelegate {

    private static final String LEFT_ALONE = "left-alone";

    private final RecoveryTalk talk;

    AskContactPolicyDelegate(RecoveryTalk talk) {
        this.talk = talk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        RecoveryTalk.Access access = talk.ask(
                caseNumber,
                CaseVariables.CUSTOMER.get(execution),
                RecoveryTalk.urgency(
                        CaseVariables.PRIORITY.orElse(execution, 0),
                        CaseVariables.VALUE_TIER.orElse(execution, "none")));
        LostCustomerProcess.MAY_CONTACT.set(execution, access.way());
        RecoveryCallProcess.MAY_WRITE.set(execution, access.mayWrite());
        LostCustomerProcess.CALL_TRY.set(
                execution, talk.soFar(caseNumber).vainTries().size() + 1);
        if (access.askAgainAt() != null) {
            LostCustomerProcess.ASK_AGAIN_AT.set(execution, Date.from(access.askAgainAt()));
        }
        if (access.way().equals("never")) {
            LostCustomerProcess.TALK_RESULT.set(execution, LEFT_ALONE);
        }
    }
}
