package io.amends.lostcustomer;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.clock.CaseClocks;
import io.amends.complaint.ComplaintIntake;
import io.amends.complaint.NewComplaint;
import io.amends.customer.Contact;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.modeling.FormRefusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the complaint by which something is put right before a customer is asked back (L-5). */
@Component
class LinkedComplaint {

    private static final String CHANNEL = "phone";

    private final LostCustomerTable table;
    private final CustomerDirectory customers;
    private final ComplaintIntake intake;
    private final CaseFiles cases;
    private final CaseClocks clocks;

    LinkedComplaint(
            LostCustomerTable table,
            CustomerDirectory customers,
            ComplaintIntake intake,
            CaseFiles cases,
            CaseClocks clocks) {
        this.table = table;
        this.customers = customers;
        this.intake = intake;
        this.cases = cases;
        this.clocks = clocks;
    }

    /**
     * Opens it, or joins the one that is open on the same subject; both cases show each other.
     *
     * @param occasion tells a second fix of the same case from the first
     * @param said what the customer said about it, or null
     * @return number of the complaint
     */
    String open(String caseNumber, String occasion, @Nullable String said) {
        LostCustomer lost = table.find(caseNumber).orElseThrow();
        Customer customer = customers.byNumber(lost.customerNumber()).orElseThrow();
        String complaint = take(lost, customer, caseNumber + "/" + occasion, said);
        clocks.hold(complaint);
        if (closed(complaint)) {
            // it closed while we joined it: what is to be put right gets a case of its own
            complaint = take(lost, customer, caseNumber + "/" + occasion + "/again", said);
        }
        cases.link(caseNumber, complaint, "fix-first");
        table.link(caseNumber, complaint);
        return complaint;
    }

    private boolean closed(String complaint) {
        return cases.find(complaint)
                .map(CaseFile::state)
                .filter("closed"::equals)
                .isPresent();
    }

    private String take(LostCustomer lost, Customer customer, String externalId, @Nullable String said) {
        try {
            return intake.take(complaint(lost, Contact.reachable(customer, customers), externalId, said))
                    .caseNumber();
        } catch (FormRefusal imported) {
            // a directory from elsewhere may hold an address that no form would take; the number says who it is
            return intake.take(complaint(lost, Contact.byNumber(customer), externalId, said))
                    .caseNumber();
        }
    }

    private static NewComplaint complaint(
            LostCustomer lost, Contact contact, String externalId, @Nullable String said) {
        return new NewComplaint(
                LostCustomerProcess.KEY,
                externalId,
                contact,
                null,
                CHANNEL,
                subject(lost),
                null,
                narrative(lost, said),
                null,
                "normal",
                null,
                "inconvenience",
                false,
                false,
                false,
                null,
                "message");
    }

    private static String subject(LostCustomer lost) {
        return lost.reported().endingKind() == null && lost.signal() != Signal.ENDING ? "service" : "contract";
    }

    private static String narrative(LostCustomer lost, @Nullable String said) {
        String known = said == null || said.isBlank() ? lost.note() : said;
        return known == null || known.isBlank()
                ? "We are about to lose this customer because of something that went wrong with us. Nobody has written down yet"
                        + " what it was: please ask them, and see their earlier cases."
                : "The customer is leaving us. What is known about it:\n\n"
                        + Objects.requireNonNullElse(known, "").strip();
    }
}
