package io.amends.mediacrisis;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.complaint.Complaint;
import io.amends.complaint.ComplaintIntake;
import io.amends.complaint.Complaints;
import io.amends.complaint.CustomerVoice;
import io.amends.complaint.NewComplaint;
import io.amends.customer.Contact;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.modeling.FormRefusal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customer behind the story has a complaint at S1, linked both ways; neither waits for the other (M-16). */
@Component
class BehindTheStory {

    /** Source of complaints that were opened from here. */
    static final String SOURCE = "media-crisis";

    private static final String LINK = "same-story";

    private final CustomerDirectory customers;
    private final Complaints complaints;
    private final ComplaintIntake intake;
    private final CustomerVoice voice;
    private final MediaThreatTable threats;
    private final CaseFiles cases;

    BehindTheStory(
            CustomerDirectory customers,
            Complaints complaints,
            ComplaintIntake intake,
            CustomerVoice voice,
            MediaThreatTable threats,
            CaseFiles cases) {
        this.customers = customers;
        this.complaints = complaints;
        this.intake = intake;
        this.voice = voice;
        this.threats = threats;
        this.cases = cases;
    }

    boolean isComplaint(String caseNumber) {
        return complaints.find(caseNumber).isPresent();
    }

    /** What a complaint is about, in the customer's words; null where it names nothing. */
    @Nullable
    String product(@Nullable String complaintCase) {
        return complaintCase == null
                ? null
                : complaints
                        .find(complaintCase)
                        .map(Complaint::product)
                        .filter(product -> !product.isBlank())
                        .orElse(null);
    }

    boolean isCustomer(String customerNumber) {
        return customers.byNumber(customerNumber).isPresent();
    }

    /** The complaint that an event names, or the one that is opened for the customer whom it names; null for neither. */
    @Nullable
    String complaintOf(NewMediaEvent event) {
        if (event.complaintCase() != null || event.customerNumber() == null) {
            return event.complaintCase();
        }
        Customer customer = customers.byNumber(event.customerNumber()).orElseThrow();
        String id = event.externalId() == null ? UUID.randomUUID().toString() : event.externalId();
        String externalId = event.source() + "/" + id;
        String words = words(event);
        String complaint;
        try {
            complaint = intake.take(complaint(Contact.reachable(customer, customers), externalId, words))
                    .caseNumber();
        } catch (FormRefusal imported) {
            // a directory from elsewhere may hold an address that no form would take; the number says who it is
            complaint = intake.take(complaint(Contact.byNumber(customer), externalId, words))
                    .caseNumber();
        }
        // our own words come back to us and are no news
        threats.ours(complaint, words);
        return complaint;
    }

    /** Shows both cases to each other and raises the complaint, unless this is an exercise. */
    void link(String caseNumber, String complaintCase, NewMediaEvent event) {
        cases.link(caseNumber, complaintCase, LINK);
        if (event.exercise() || event.kind().equals(NewMediaEvent.THREAT)) {
            return;
        }
        String words = words(event);
        boolean open = cases.find(complaintCase)
                .map(CaseFile::state)
                .filter("open"::equals)
                .isPresent();
        if (open && !knowsThreat(complaintCase)) {
            threats.ours(complaintCase, words);
            voice.mediaThreat(complaintCase, words);
        }
    }

    private boolean knowsThreat(String complaintCase) {
        Optional<Complaint> complaint = complaints.find(complaintCase);
        return complaint.filter(Complaint::mediaThreat).isPresent() || threats.has(complaintCase);
    }

    private static String words(NewMediaEvent event) {
        String words = "The media report on this matter: " + event.title() + ". " + event.claim();
        return words.substring(0, Math.min(2_000, words.length()));
    }

    private static NewComplaint complaint(Contact contact, String externalId, String words) {
        return new NewComplaint(
                SOURCE,
                externalId,
                contact,
                null,
                "social",
                "other",
                null,
                words,
                null,
                "high",
                null,
                "none",
                false,
                false,
                true,
                null,
                "message");
    }
}
