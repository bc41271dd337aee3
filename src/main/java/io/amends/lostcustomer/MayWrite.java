package io.amends.lostcustomer;

import io.amends.contact.ContactPolicy;
import io.amends.contact.SkipReason;
import io.amends.correspondence.LetterVariables;
import io.amends.customer.Customer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a letter may be written to a lost customer; whom it passes over is recorded (L-2). */
@Component
class MayWrite {

    /** Of what the policy names, these never pass; the others only say who goes first, and the case has the contact by now. */
    private static final Set<SkipReason> FOR_GOOD = EnumSet.of(
            SkipReason.DECEASED,
            SkipReason.FRAUD,
            SkipReason.DO_NOT_CONTACT,
            SkipReason.NO_CONSENT,
            SkipReason.BOUNCED_ADDRESS,
            SkipReason.NO_ADDRESS);

    private final ContactPolicy policy;

    MayWrite(ContactPolicy policy) {
        this.policy = policy;
    }

    boolean to(LostCustomer lost, Customer customer, LetterVariables seen) {
        Optional<SkipReason> reason = reason(customer, seen);
        reason.ifPresent(why -> policy.skipped(customer.number(), why, LostCustomerProcess.KEY, lost.caseNumber()));
        return reason.isEmpty();
    }

    private Optional<SkipReason> reason(Customer customer, LetterVariables seen) {
        @Nullable SkipReason now = policy.suppressed(Set.of(customer.number())).get(customer.number());
        if (now != null && FOR_GOOD.contains(now)) {
            return Optional.of(now);
        }
        // what was found out when the case began: mail refused, or no address
        return seen.get("canWrite") == null || seen.is("canWrite")
                ? Optional.empty()
                : Optional.of(customer.mail() == null ? SkipReason.NO_ADDRESS : SkipReason.NO_CONSENT);
    }
}
