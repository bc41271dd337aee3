package io.amends.lostcustomer;

import io.amends.casefile.CaseVariables;
import io.amends.contact.Channel;
import io.amends.contact.ContactPolicy;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Whether somebody who is let go after the talk is thanked: by mail that is allowed, and not who refused to come back (L-2, L-5). */
@Component
class MayThankListener implements ExecutionListener {

    private final ContactPolicy policy;

    MayThankListener(ContactPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void notify(DelegateExecution execution) {
        boolean refused = CallResult.REFUSES.code().equals(LostCustomerProcess.TALK_RESULT.orElse(execution, ""));
        LostCustomerProcess.MAY_THANK.set(
                execution, !refused && policy.open(CaseVariables.CUSTOMER.get(execution), Channel.MAIL));
    }
}
