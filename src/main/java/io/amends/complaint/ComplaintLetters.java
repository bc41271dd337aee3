package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.correspondence.ColleagueLetters;
import io.amends.correspondence.CorrespondenceProperties;
import io.amends.correspondence.LetterVariables;
import io.amends.correspondence.Wording;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.Addressee;
import io.amends.letter.LetterFacts;
import io.amends.letter.LinkPurpose;
import io.amends.staff.Person;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a complaint's letters go to and what they can say. */
@Component
class ComplaintLetters implements LetterFacts {

    private static final String CUSTOMER = "customer";
    private static final String DESK = "service-agents";

    private final Complaints complaints;
    private final CaseFiles cases;
    private final CustomerDirectory customers;
    private final ColleagueLetters colleagues;
    private final ClockFacts clocks;
    private final CorrespondenceProperties properties;
    private final Clock clock;

    ComplaintLetters(
            Complaints complaints,
            CaseFiles cases,
            CustomerDirectory customers,
            ColleagueLetters colleagues,
            ClockFacts clocks,
            CorrespondenceProperties properties,
            Clock clock) {
        this.complaints = complaints;
        this.cases = cases;
        this.customers = customers;
        this.colleagues = colleagues;
        this.clocks = clocks;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public boolean knows(String caseNumber) {
        return complaints.find(caseNumber).isPresent();
    }

    @Override
    public List<Addressee> addressees(String caseNumber, String letter, String to, Map<String, Object> variables) {
        Complaint complaint = complaints.find(caseNumber).orElseThrow();
        LetterVariables seen = new LetterVariables(variables);
        return to.equals(CUSTOMER)
                ? List.of(customer(complaint, letter, seen))
                : colleagues.of(caseNumber, to, DESK, seen, wording -> toColleagues(complaint, seen, wording));
    }

    private Addressee customer(Complaint complaint, String letter, LetterVariables seen) {
        Optional<Customer> known =
                Optional.ofNullable(complaint.customerNumber()).flatMap(customers::byNumber);
        String mail = filled(complaint.mail())
                .or(() -> known.map(Customer::mail).flatMap(ComplaintLetters::filled))
                .orElse(null);
        Wording wording = Wording.in(complaint.language(), clock.getZone());
        Map<String, Object> model = model(complaint, seen, wording);
        model.putAll(LetterContent.of(seen, wording, properties.currency()));
        Map<LinkPurpose, Map<String, String>> links = LetterLinks.of(letter, seen, model);
        return new Addressee(Wording.oneLine(complaint.name()), mail, complaint.language(), model, links);
    }

    private Map<String, @Nullable Object> toColleagues(Complaint complaint, LetterVariables seen, Wording wording) {
        Map<String, @Nullable Object> model = model(complaint, seen, wording);
        model.put("channelWords", wording.of("channel", complaint.channel()));
        model.put(
                "severity",
                cases.find(complaint.caseNumber()).map(CaseFile::severity).orElse(null));
        model.put("mediaThreat", complaint.mediaThreat() || seen.is("mediaThreat"));
        model.put("contacts", seen.get("contacts"));
        return model;
    }

    private Map<String, @Nullable Object> model(Complaint complaint, LetterVariables seen, Wording wording) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("customerName", Wording.oneLine(complaint.name()));
        model.put(
                "ownerName",
                colleagues.owner(complaint.caseNumber(), seen).map(Person::name).orElse(null));
        model.put("subjectWords", wording.of("subject", complaint.subject()));
        model.put("product", complaint.product() == null ? null : Wording.oneLine(complaint.product()));
        model.put("receivedOn", wording.day(complaint.receivedAt()));
        model.put(
                "nextStepDate",
                clocks.nextStep(complaint.caseNumber()).map(wording::dateTime).orElse(null));
        return model;
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).filter(one -> !one.isBlank());
    }
}
