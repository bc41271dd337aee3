package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.customer.Contact;
import io.amends.customer.CustomerDirectory;
import io.amends.inbox.MailComplaints;
import io.amends.inbox.TakenMail;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings mails that belong to no case to the intake, as every other channel does (K-1, T-3). */
@Component
class ComplaintsFromMail implements MailComplaints {

    private static final String SOURCE = "mail";
    private static final int LONGEST_NAME = 200;

    private final ComplaintIntake intake;
    private final CaseFiles cases;
    private final CustomerDirectory customers;
    private final CustomerVoice voice;
    private final ReadMail readMail;

    ComplaintsFromMail(
            ComplaintIntake intake,
            CaseFiles cases,
            CustomerDirectory customers,
            CustomerVoice voice,
            ReadMail readMail) {
        this.intake = intake;
        this.cases = cases;
        this.customers = customers;
        this.voice = voice;
        this.readMail = readMail;
    }

    @Override
    public Opened open(TakenMail mail, String subject) {
        ComplaintIntake.Taken taken = intake.take(complaint(mail, mail.number(), subject));
        if (taken.joined() && voice.awaits(taken.caseNumber(), CustomerVoice.Kind.NEWS)) {
            readMail.start(cases.find(taken.caseNumber()).orElseThrow(), mail.number(), true);
        }
        return new Opened(taken.caseNumber(), taken.joined());
    }

    /** @param externalId what tells this complaint from another that the same mail has opened */
    NewComplaint complaint(TakenMail mail, String externalId, String subject) {
        return new NewComplaint(
                SOURCE,
                externalId,
                new Contact(null, name(mail), mail.sender(), null, null, mail.language()),
                null,
                "mail",
                subject,
                null,
                MailWords.narrative(mail),
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                mail.receivedAt(),
                "message");
    }

    @Override
    public List<String> casesOf(String address) {
        return customers.find(new Contact(null, address, address, null, null, "en")).stream()
                .flatMap(customer -> cases.casesOf(customer.number()).stream())
                .map(CaseFile::number)
                .toList();
    }

    /** What the sender is called, else their address. */
    private static String name(TakenMail mail) {
        String name = Objects.requireNonNullElse(mail.senderName(), "").strip();
        String called = name.length() >= 2 ? name : address(mail.sender());
        return called.length() <= LONGEST_NAME ? called : called.substring(0, LONGEST_NAME);
    }

    private static String address(@Nullable String sender) {
        return sender == null ? "Unknown sender" : sender;
    }
}
