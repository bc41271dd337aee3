package io.amends.contact;

import io.amends.customer.CustomerDirectory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff change for a customer: the change and its entry in the record are kept together, or neither is. */
@Service
class CustomerChanges {

    private final CustomerDirectory customers;
    private final ChangeLog changes;

    CustomerChanges(CustomerDirectory customers, ChangeLog changes) {
        this.customers = customers;
        this.changes = changes;
    }

    @Transactional
    public void consent(String customerNumber, Channel channel, boolean granted, String who) {
        customers.setConsent(customerNumber, channel.code(), granted);
        changes.add(customerNumber, who, (granted ? "Allowed: " : "Refused: ") + channel.words(), null);
    }

    /** What is asked with a reason. */
    @Transactional
    public void change(String customerNumber, CustomerChange change, String reason, String who) {
        switch (change) {
            // the record hears of it by itself, from wherever it is said
            case LEAVE_ALONE -> customers.neverContactAgain(customerNumber, reason);
            case CONTACT_AGAIN -> {
                customers.mayContactAgain(customerNumber, reason);
                changes.add(customerNumber, who, "May be contacted again", reason);
            }
            case DECEASED, FRAUD, ACTIVE -> {
                customers.setStanding(customerNumber, change.code(), reason);
                changes.add(customerNumber, who, change.done(), reason);
            }
        }
    }

    @Transactional
    public void mail(String customerNumber, String mail, String who) {
        customers.mailWorksAgain(customerNumber, mail);
        changes.add(customerNumber, who, "Mail address entered anew", null);
    }
}
