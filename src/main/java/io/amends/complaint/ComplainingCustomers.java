package io.amends.complaint;

import io.amends.contact.PossibleCustomers;
import io.amends.customer.Contact;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import java.util.List;
import org.springframework.stereotype.Component;

/** While an agent has not chosen yet who complains, it may be everybody whom the address of the complaint fits (K-2, L-2). */
@Component
class ComplainingCustomers implements PossibleCustomers {

    private final Complaints complaints;
    private final CustomerDirectory customers;

    ComplainingCustomers(Complaints complaints, CustomerDirectory customers) {
        this.complaints = complaints;
        this.customers = customers;
    }

    @Override
    public List<String> of(String caseNumber) {
        return complaints.find(caseNumber).map(this::numbers).orElse(List.of());
    }

    private List<String> numbers(Complaint complaint) {
        String number = complaint.customerNumber();
        if (number != null) {
            return List.of(number);
        }
        Contact contact = new Contact(null, complaint.name(), complaint.mail(), null, null, complaint.language());
        return customers.find(contact).stream().map(Customer::number).toList();
    }
}
