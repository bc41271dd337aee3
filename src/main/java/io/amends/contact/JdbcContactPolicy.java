package io.amends.contact;

import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The policy on our own tables. */
@Service
class JdbcContactPolicy implements ContactPolicy {

    private final CustomerDirectory customers;

    JdbcContactPolicy(CustomerDirectory customers) {
        this.customers = customers;
    }

    @Override
    public Map<String, SkipReason> suppressed(Collection<String> customerNumbers) {
        Map<String, SkipReason> reasons = new HashMap<>();
        customerNumbers.forEach(number -> customers
                .byNumber(number)
                .filter(Customer::doNotContact)
                .ifPresent(customer -> reasons.put(number, SkipReason.DO_NOT_CONTACT)));
        return reasons;
    }

    @Override
    public ContactAnswer ask(String caseNumber, String customerNumber, int urgency) {
        if (suppressed(Set.of(customerNumber)).isEmpty()) {
            return new ContactAnswer(ContactAnswer.Verdict.YES, EnumSet.of(Channel.PHONE, Channel.MAIL), null, null);
        }
        return new ContactAnswer(ContactAnswer.Verdict.NEVER, Set.of(), SkipReason.DO_NOT_CONTACT, null);
    }

    @Override
    public void leaveLine(String caseNumber) {}

    @Override
    public void contacted(String customerNumber, String caseNumber, Channel channel, String department, String what) {}

    @Override
    public void skipped(String customerNumber, SkipReason reason, String processKey, @Nullable String caseNumber) {}
}
