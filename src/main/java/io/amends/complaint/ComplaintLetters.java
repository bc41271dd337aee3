package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.letter.Addressee;
import io.amends.letter.LetterFacts;
import io.amends.letter.LinkPurpose;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a complaint's letters go to and what they can say. */
@Component
class ComplaintLetters implements LetterFacts {

    private static final String CUSTOMER = "customer";
    private static final String OWNER = "owner";

    private final Complaints complaints;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final CustomerDirectory customers;
    private final People people;
    private final HelpLetters help;
    private final LetterWordingProperties properties;
    private final Clock clock;

    ComplaintLetters(
            Complaints complaints,
            CaseFiles cases,
            CaseClocks clocks,
            CustomerDirectory customers,
            People people,
            HelpLetters help,
            LetterWordingProperties properties,
            Clock clock) {
        this.complaints = complaints;
        this.cases = cases;
        this.clocks = clocks;
        this.customers = customers;
        this.people = people;
        this.help = help;
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
        if (to.equals(CUSTOMER)) {
            return List.of(customer(complaint, letter, seen));
        }
        List<Person> readers =
                to.equals(OWNER) ? owner(complaint, seen).map(List::of).orElse(List.of()) : people.members(to);
        if (readers.isEmpty()) {
            // on record as undeliverable rather than dropped without a word
            return List.of(colleague(complaint, seen, to, null));
        }
        return readers.stream()
                .map(reader -> colleague(complaint, seen, reader.name(), reader.mail()))
                .toList();
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
        return new Addressee(oneLine(complaint.name()), mail, complaint.language(), model, links);
    }

    private Addressee colleague(Complaint complaint, LetterVariables seen, String name, @Nullable String mail) {
        Wording wording = Wording.in(properties.staffLanguage(), clock.getZone());
        Map<String, Object> model = model(complaint, seen, wording);
        model.put("lateClocks", late(complaint.caseNumber(), seen, wording));
        model.putAll(help.about(complaint.caseNumber(), seen, wording));
        model.put("channelWords", wording.of("channel", complaint.channel()));
        model.put(
                "severity",
                cases.find(complaint.caseNumber()).map(CaseFile::severity).orElse(null));
        model.put("mediaThreat", complaint.mediaThreat() || seen.is("mediaThreat"));
        model.put("contacts", seen.get("contacts"));
        return new Addressee(oneLine(name), mail, properties.staffLanguage(), model, Map.of());
    }

    private Map<String, Object> model(Complaint complaint, LetterVariables seen, Wording wording) {
        Map<String, Object> model = new HashMap<>();
        model.put("customerName", oneLine(complaint.name()));
        model.put("ownerName", owner(complaint, seen).map(Person::name).orElse(null));
        model.put("subjectWords", wording.of("subject", complaint.subject()));
        model.put("product", complaint.product() == null ? null : oneLine(complaint.product()));
        model.put("receivedOn", wording.day(complaint.receivedAt()));
        model.put(
                "nextStepDate",
                nextStep(complaint.caseNumber()).map(wording::dateTime).orElse(null));
        return model;
    }

    private Optional<Person> owner(Complaint complaint, LetterVariables seen) {
        return cases.find(complaint.caseNumber())
                .map(CaseFile::owner)
                .or(() -> Optional.ofNullable(seen.text(OWNER)))
                .flatMap(people::person);
    }

    /** When the customer hears from a person: the first contact, or the solution once that was made (K-8). */
    private Optional<Instant> nextStep(String caseNumber) {
        List<CaseClock> running =
                clocks.of(caseNumber).stream().filter(CaseClock::running).toList();
        return Stream.of("first-contact", "resolve")
                .flatMap(name -> running.stream().filter(one -> one.name().equals(name)))
                .findFirst()
                .map(CaseClock::due);
    }

    /** The clock that the diagram names, else the date that it names, else all that is late. */
    private List<Map<String, String>> late(String caseNumber, LetterVariables seen, Wording wording) {
        Instant now = clock.instant();
        String named = Objects.requireNonNullElse(seen.text("clock"), "");
        List<CaseClock> all = clocks.of(caseNumber).stream()
                .filter(one -> one.running() && !one.due().isAfter(now))
                .toList();
        List<CaseClock> meant =
                all.stream().filter(one -> one.name().equals(named)).toList();
        String day = wording.day(seen.get(named + "Due"));
        if (meant.isEmpty() && day != null) {
            return List.of(Map.of("name", wording.of("clock", named), "since", day));
        }
        return (meant.isEmpty() ? all : meant)
                .stream()
                        .map(one ->
                                Map.of("name", wording.of("clock", one.name()), "since", wording.dateTime(one.due())))
                        .toList();
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).filter(one -> !one.isBlank());
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
