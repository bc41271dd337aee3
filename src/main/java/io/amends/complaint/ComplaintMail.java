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
 * Takes mail to complaints (T-3): the answer to a question of ours moves the case on, also one that was closed as unanswered
 * (K-14); anything else becomes a further word of the customer and is read by the owner.
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
        String said = said(caseNumber, mail);
        boolean speaks = customersVoice && !said.isEmpty();
        if (speaks && voice.awaits(caseNumber, CustomerVoice.Kind.REPLY)) {
            voice.replied(caseNumber, said);
            return;
        }
        if (speaks && voice.awaits(caseNumber, CustomerVoice.Kind.DECISION)) {
            voice.answeredInWords(caseNumber, said);
        } else if (speaks) {
            voice.contactedAgain(caseNumber, "mail", said);
        }
        readMail.start(file, mail.number(), customersVoice);
    }

    /** Names the sender where it is not the address that we know: a letter may have been passed on. */
    private String said(String caseNumber, TakenMail mail) {
        String words = MailWords.said(mail);
        String sender = mail.sender();
        return words.isEmpty() || sender == null || isParty(caseNumber, sender)
                ? words
                : "(from " + sender + ") " + words;
    }
}
