package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
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
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a complaint's letters go to and what they can say. */
@Component
class ComplaintLetters implements LetterFacts {

    private static final String CUSTOMER = "customer";

    private final Complaints complaints;
    private final CaseFiles cases;
    private final CustomerDirectory customers;
    private final LetterReaders readers;
    private final ClockFacts clocks;
    private final HelpLetters help;
    private final CaseWork work;
    private final LetterWordingProperties properties;
    private final Clock clock;

    ComplaintLetters(
            Complaints complaints,
            CaseFiles cases,
            CustomerDirectory customers,
            LetterReaders readers,
            ClockFacts clocks,
            HelpLetters help,
            CaseWork work,
            LetterWordingProperties properties,
            Clock clock) {
        this.complaints = complaints;
        this.cases = cases;
        this.customers = customers;
        this.readers = readers;
        this.clocks = clocks;
        this.help = help;
        this.work = work;
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
                : readers.of(caseNumber, to, seen).stream()
                        .map(reader -> colleague(complaint, seen, reader))
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

    private Addressee colleague(Complaint complaint, LetterVariables seen, LetterReaders.Reader reader) {
        String caseNumber = complaint.caseNumber();
        Wording wording = Wording.in(properties.staffLanguage(), clock.getZone());
        Map<String, Object> model = model(complaint, seen, wording);
        model.putAll(clocks.named(caseNumber, seen, wording));
        model.putAll(help.about(caseNumber, seen, wording));
        model.put("because", reader.because() == null ? null : wording.of("because", reader.because()));
        model.put("taskPath", taskPath(caseNumber, seen.text("clock")));
        model.put("ownersTasks", ownersTasks(caseNumber, seen));
        model.put("channelWords", wording.of("channel", complaint.channel()));
        model.put("severity", cases.find(caseNumber).map(CaseFile::severity).orElse(null));
        model.put("mediaThreat", complaint.mediaThreat() || seen.is("mediaThreat"));
        model.put("contacts", seen.get("contacts"));
        return new Addressee(oneLine(reader.name()), reader.mail(), properties.staffLanguage(), model, Map.of());
    }

    private Map<String, Object> model(Complaint complaint, LetterVariables seen, Wording wording) {
        Map<String, Object> model = new HashMap<>();
        model.put("customerName", oneLine(complaint.name()));
        model.put(
                "ownerName",
                readers.owner(complaint.caseNumber(), seen).map(Person::name).orElse(null));
        model.put("subjectWords", wording.of("subject", complaint.subject()));
        model.put("product", complaint.product() == null ? null : oneLine(complaint.product()));
        model.put("receivedOn", wording.day(complaint.receivedAt()));
        model.put(
                "nextStepDate",
                clocks.nextStep(complaint.caseNumber()).map(wording::dateTime).orElse(null));
        return model;
    }

    /** Where the task that hangs on the clock opens, or null when there is none. */
    private @Nullable String taskPath(String caseNumber, @Nullable String clockName) {
        return work.onClock(caseNumber, clockName)
                .map(task -> path(caseNumber, task) + "?clock=" + clockName)
                .orElse(null);
    }

    private List<Map<String, String>> ownersTasks(String caseNumber, LetterVariables seen) {
        return readers.owner(caseNumber, seen)
                .map(owner -> work.of(caseNumber, owner.userId()).stream()
                        .map(task -> Map.of("name", task.getName(), "path", path(caseNumber, task)))
                        .toList())
                .orElse(List.of());
    }

    private static String path(String caseNumber, Task task) {
        return "/cases/" + caseNumber + "/tasks/" + task.getTaskDefinitionKey();
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).filter(one -> !one.isBlank());
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
