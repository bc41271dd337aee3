package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.correspondence.Wording;
import io.amends.letter.LinkFields;
import io.amends.letter.LinkPurpose;
import io.amends.letter.LinkTarget;
import io.amends.modeling.FormRefusal;
import io.amends.promise.PromiseRow;
import io.amends.promise.PromisedTo;
import io.amends.promise.Promises;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** See where the case stands and what was promised, add something, withdraw (K-8, K-20). */
@Component
class StatusLink implements LinkTarget {

    private static final List<String> PROMISED =
            List.of(ComplaintProcess.ACKNOWLEDGE, ComplaintProcess.FIRST_CONTACT, ComplaintProcess.RESOLVE);

    private final Complaints complaints;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final Promises promises;
    private final People people;
    private final CustomerVoice voice;
    private final Clock clock;

    StatusLink(
            Complaints complaints,
            CaseFiles cases,
            CaseClocks clocks,
            Promises promises,
            People people,
            CustomerVoice voice,
            Clock clock) {
        this.complaints = complaints;
        this.cases = cases;
        this.clocks = clocks;
        this.promises = promises;
        this.people = people;
        this.voice = voice;
        this.clock = clock;
    }

    @Override
    public LinkPurpose purpose() {
        return LinkPurpose.STATUS;
    }

    @Override
    public Map<String, Object> show(String caseNumber, Map<String, String> linkData) {
        boolean mayWithdraw = voice.awaits(caseNumber, CustomerVoice.Kind.WITHDRAWAL);
        if (mayWithdraw && "withdraw".equals(linkData.get("step"))) {
            return Map.of("view", "withdraw");
        }
        Complaint complaint = complaints.find(caseNumber).orElseThrow();
        Optional<CaseFile> file = cases.find(caseNumber);
        Wording wording = Wording.in(complaint.language(), clock.getZone());
        Map<String, Object> page = new HashMap<>();
        page.put("view", "status");
        page.put("receivedOn", wording.day(complaint.receivedAt()));
        page.put("subjectWords", wording.of("subject", complaint.subject()));
        String state = state(caseNumber, file);
        page.put("stateWords", wording.of("state", state));
        page.put(
                "ownerName",
                file.map(CaseFile::owner)
                        .flatMap(people::person)
                        .map(Person::name)
                        .orElse(null));
        page.put("next", state.equals("open") ? next(caseNumber, wording) : null);
        page.put("promised", saidToCustomer(caseNumber, wording));
        page.put("mayAdd", voice.awaits(caseNumber, CustomerVoice.Kind.NEWS));
        page.put("mayWithdraw", mayWithdraw);
        return page;
    }

    @Override
    public Map<String, Object> answer(String caseNumber, Map<String, String> linkData, Map<String, String> fields) {
        LinkFields typed = new LinkFields(fields);
        return switch (typed.required("action")) {
            case "add" -> add(caseNumber, typed.required("news"));
            case "withdraw" -> withdraw(caseNumber, typed.text("reason"));
            default -> throw new FormRefusal("action", "is add or withdraw");
        };
    }

    private Map<String, Object> add(String caseNumber, String news) {
        if (!voice.awaits(caseNumber, CustomerVoice.Kind.NEWS)) {
            return LinkTarget.done(ALREADY);
        }
        voice.contactedAgain(caseNumber, "web", news);
        return LinkTarget.done("noted");
    }

    private Map<String, Object> withdraw(String caseNumber, @Nullable String reason) {
        if (!voice.awaits(caseNumber, CustomerVoice.Kind.WITHDRAWAL)) {
            return LinkTarget.done(ALREADY);
        }
        voice.withdrawn(caseNumber, reason);
        return LinkTarget.done("withdrawn");
    }

    private String state(String caseNumber, Optional<CaseFile> file) {
        String state = file.map(CaseFile::state).orElse("open");
        if (state.equals("closed")) {
            return "closed." + file.map(CaseFile::outcome).orElse("other");
        }
        boolean ours = state.equals("unanswered")
                || !(voice.awaits(caseNumber, CustomerVoice.Kind.DECISION)
                        || voice.awaits(caseNumber, CustomerVoice.Kind.REPLY));
        if (ours) {
            return state;
        }
        return owed(caseNumber).anyMatch(clock -> clock.pausedSince() != null) ? "standing" : "waiting";
    }

    /** What we promised this customer (K-8); what the house promised itself is not theirs to read. */
    private List<Map<String, Object>> saidToCustomer(String caseNumber, Wording wording) {
        return promises.of(caseNumber).stream()
                .filter(promise -> promise.to() == PromisedTo.CUSTOMER)
                .map(promise -> line(promise, wording))
                .toList();
    }

    private static Map<String, Object> line(PromiseRow promise, Wording wording) {
        Map<String, Object> line = new HashMap<>();
        line.put("what", promise.what());
        line.put("by", wording.date(promise.due()));
        line.put("kept", wording.day(promise.keptAt()));
        line.put(
                "before",
                promise.moves().stream()
                        .map(move -> wording.date(move.dueBefore()))
                        .toList());
        return line;
    }

    /** What we owe the customer next, and until when; null when nothing is promised at the moment. */
    private @Nullable Map<String, String> next(String caseNumber, Wording wording) {
        return owed(caseNumber)
                .filter(one -> one.pausedSince() == null)
                .min((one, other) -> one.due().compareTo(other.due()))
                .map(one -> step(one, wording))
                .orElse(null);
    }

    private Stream<CaseClock> owed(String caseNumber) {
        return clocks.of(caseNumber).stream().filter(one -> one.running() && PROMISED.contains(one.name()));
    }

    private static Map<String, String> step(CaseClock clock, Wording wording) {
        return Map.of("what", wording.of("next", clock.name()), "when", wording.dateTime(clock.due()));
    }
}
