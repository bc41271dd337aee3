package io.amends.contact;

import io.amends.customer.CustomerDirectory;
import io.amends.letter.LinkPurpose;
import io.amends.letter.LinkTarget;
import io.amends.modeling.FormRefusal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Never contact me again, in whatever letter of whatever case (L-2, L-8). */
@Component
class NeverContactLink implements LinkTarget {

    private final CaseCustomers caseCustomers;
    private final CustomerDirectory customers;

    NeverContactLink(CaseCustomers caseCustomers, CustomerDirectory customers) {
        this.caseCustomers = caseCustomers;
        this.customers = customers;
    }

    @Override
    public LinkPurpose purpose() {
        return LinkPurpose.NEVER_CONTACT;
    }

    @Override
    public Map<String, Object> show(String caseNumber, Map<String, String> linkData) {
        return Map.of("view", "never-contact");
    }

    /** Binds whom the case is about; everybody whom it may be about while that is open. */
    @Override
    public Map<String, Object> answer(String caseNumber, Map<String, String> linkData, Map<String, String> fields) {
        if (!"yes".equals(fields.getOrDefault("never", "").strip())) {
            throw new FormRefusal("never", "is yes");
        }
        for (String number : caseCustomers.of(caseNumber)) {
            customers.neverContactAgain(number, "asked for it by the link in a letter of " + caseNumber);
        }
        return LinkTarget.done("never");
    }
}
