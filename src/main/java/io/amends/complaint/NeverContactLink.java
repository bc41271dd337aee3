package io.amends.complaint;

import io.amends.customer.Contact;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.LinkFields;
import io.amends.letter.LinkPurpose;
import io.amends.letter.LinkTarget;
import io.amends.modeling.FormRefusal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Never contact me again (L-2, L-8). */
@Component
class NeverContactLink implements LinkTarget {

    private final Complaints complaints;
    private final CustomerDirectory customers;

    NeverContactLink(Complaints complaints, CustomerDirectory customers) {
        this.complaints = complaints;
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

    @Override
    public Map<String, Object> answer(String caseNumber, Map<String, String> linkData, Map<String, String> fields) {
        if (!new LinkFields(fields).required("never").equals("yes")) {
            throw new FormRefusal("never", "is yes");
        }
        Complaint complaint = complaints.find(caseNumber).orElseThrow();
        for (String number : numbers(complaint)) {
            customers.neverContactAgain(number, "asked for it by the link in a letter of " + caseNumber);
        }
        return LinkTarget.done("never");
    }

    /** Whom the case belongs to; everybody whom its address fits while that is open. */
    private List<String> numbers(Complaint complaint) {
        String number = complaint.customerNumber();
        if (number != null) {
            return List.of(number);
        }
        Contact contact = new Contact(null, complaint.name(), complaint.mail(), null, null, complaint.language());
        return customers.find(contact).stream().map(Customer::number).toList();
    }
}
