package io.amends.lostcustomer;

import io.amends.contact.Channel;
import io.amends.contact.ContactPolicy;
import io.amends.contact.SkipReason;
import io.amends.correspondence.LetterVariables;
import io.amends.customer.Customer;
import org.springframework.stereotype.Component;

/** Whether a letter may be written to a lost customer; whom it passes over is recorded (L-2). */
@Component
class MayWrite {

    private final ContactPolicy policy;

    MayWrite(ContactPolicy policy) {
        this.policy = policy;
    }

    boolean to(LostCustomer lost, Customer customer, LetterVariables seen) {
        // the policy records its own no
        if (policy.barred(lost.caseNumber(), Channel.MAIL).isPresent()) {
            return false;
        }
        // what was found out when the case began
        boolean forbidden = seen.get("canWrite") != null && !seen.is("canWrite");
        if (forbidden) {
            policy.skipped(
                    customer.number(),
                    customer.mail() == null ? SkipReason.NO_ADDRESS : SkipReason.NO_CONSENT,
                    LostCustomerProcess.KEY,
                    lost.caseNumber());
        }
        return !forbidden;
    }
}
