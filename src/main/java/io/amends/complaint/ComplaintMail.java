package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.inbox.MailTaker;
import io.amends.inbox.TakenMail;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes mail to complaints (T-3): the answer to a question of ours moves the case on, anything else becomes a further word of
 * the customer and is read by the owner.
 */
@Component
class ComplaintMail implements MailTaker {

    private final Complaints complaints;
    private final CaseFiles cases;
    private final CustomerDirectory customers;
    private final CustomerVoice voice;
    private final ReadMail readMail;

    ComplaintMail(
            Complaints complaints,
            CaseFiles cases,
            CustomerDirectory customers,
            CustomerVoice voice,
            ReadMail readMail) {
        this.complaints = complaints;
        this.cases = cases;
        this.customers = customers;
        this.voice = voice;
        this.readMail = readMail;
    }

    @Override
    public boolean knows(String caseNumber) {
        return complaints.find(caseNumber).isPresent();
    }

    @Override
    public boolean isParty(String caseNumber, String address) {
        Optional<Complaint> complaint = complaints.find(caseNumber);
        return Stream.of(
                        complaint.map(Complaint::mail),
                        complaint
                                .map(Complaint::customerNumber)
                                .flatMap(customers::byNumber)
                                .map(Customer::mail))
                .flatMap(Optional::stream)
                .anyMatch(own -> own.strip().equalsIgnoreCase(address.strip()));
    }

    @Override
    public void join(String caseNumber, TakenMail mail, boolean customersVoice) {
        CaseFile file = cases.find(caseNumber).orElseThrow();
        String said = MailWords.said(mail);
        boolean speaks = customersVoice && !said.isEmpty();
        if (speaks && answers(file)) {
            voice.replied(caseNumber, said);
            return;
        }
        if (speaks) {
            voice.contactedAgain(caseNumber, "mail", said);
        }
        readMail.start(file, mail.number(), customersVoice);
    }

    /** Whether the case waits for just this: an answer, late as it may be (K-14). */
    private boolean answers(CaseFile file) {
        return file.state().equals("unanswered") || voice.awaits(file.number(), CustomerVoice.Kind.REPLY);
    }
}
