package io.amends.mediacrisis;

import io.amends.casefile.CaseTables;
import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.mediacrisis.Statements.Statement;
import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The case page's lines on what was reported and how it is answered (M-1 to M-10). */
@Component
@Order(10)
class FrontFacts implements CrisisFacts {

    private final MediaEventTable events;
    private final PressCalls calls;
    private final Statements statements;
    private final Letters letters;
    private final CoreMessages messages;
    private final CrisisApprovals approvals;
    private final ChosenWays ways;
    private final MediaRegister register;
    private final Findings findings;
    private final People people;
    private final PlainTime time;
    private final Clock clock;

    FrontFacts(
            MediaEventTable events,
            PressCalls calls,
            Statements statements,
            Letters letters,
            CoreMessages messages,
            CrisisApprovals approvals,
            ChosenWays ways,
            MediaRegister register,
            Findings findings,
            People people,
            PlainTime time,
            Clock clock) {
        this.events = events;
        this.calls = calls;
        this.statements = statements;
        this.letters = letters;
        this.messages = messages;
        this.approvals = approvals;
        this.ways = ways;
        this.register = register;
        this.findings = findings;
        this.people = people;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public Map<String, String> of(MediaCrisis crisis) {
        String caseNumber = crisis.caseNumber();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Exercise", crisis.exercise() ? "yes, this is only an exercise" : "");
        facts.put("Matter", crisis.title());
        facts.put("Level", crisis.level() == null ? "" : CrisisWords.level(crisis.level()));
        facts.put("Why this level", blank(crisis.levelReason()));
        facts.put("First report", time.moment(crisis.firstReportAt()));
        facts.put("Reported", lines(events.of(caseNumber).stream().map(this::event)));
        facts.put("Kept as told", lines(events.notes(caseNumber).stream()));
        facts.put("Complaint", blank(crisis.complaintCase()));
        facts.put("What we found", findings.of(caseNumber).orElse(""));
        facts.put(
                "Holding statement",
                statements
                        .last(caseNumber, Statements.HOLDING)
                        .map(this::statement)
                        .orElse(""));
        facts.put("Spokesperson", name(crisis.spokesperson()));
        facts.put("Posture", crisis.posture() == null ? "" : CrisisWords.posture(crisis.posture()));
        facts.put("Core messages", lines(messages.of(caseNumber).stream().map(it -> it.place() + ". " + it.message())));
        facts.put("Approvals", lines(approvals.of(caseNumber).stream().map(this::approval)));
        facts.put(
                "Ways to speak",
                ways.of(caseNumber, crisis.messageVersion()).stream()
                        .map(way -> CrisisWords.way(way.way()) + recipients(way))
                        .collect(Collectors.joining("\n")));
        return facts;
    }

    private String event(MediaEvent event) {
        String what = Stream.of(
                        time.moment(event.reportedAt()),
                        CrisisWords.kind(event.kind()),
                        event.outletName(),
                        event.journalist())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return what + deadline(event) + ": " + event.claim();
    }

    private String deadline(MediaEvent event) {
        Instant deadline = event.deadline();
        if (deadline == null) {
            return "";
        }
        String returned = calls.find(event.id())
                .map(call -> call.reachedAt() == null ? ", not reached yet" : ", call returned")
                .orElse("");
        boolean passed = !deadline.isAfter(clock.instant());
        boolean passedAtOnce = !deadline.isAfter(event.reportedAt());
        return " (needs an answer by " + time.moment(deadline)
                + (passedAtOnce
                        ? ", which had passed already when it was reported"
                        : passed ? ", which has passed" : "")
                + returned + ")";
    }

    private String statement(Statement last) {
        if (last.releasedAt() != null) {
            String how = last.keptReady()
                    ? "kept ready since " + time.moment(last.releasedAt())
                            + " and not sent, for nobody of the media knew"
                    : "released " + time.moment(last.releasedAt()) + to(last);
            return how + ", approved by " + approvers(last) + ": " + last.know() + " " + last.doing();
        }
        if (last.approved() == null) {
            return "version " + last.version() + " waits to be approved";
        }
        return last.approved()
                ? "version " + last.version() + " is approved"
                : "version " + last.version() + " was sent back by " + name(last.decidedBy()) + ": " + last.reason();
    }

    /** Whom it was written to, as the letters have it, and what became of those that did not leave or came back. */
    private String to(Statement last) {
        String readers = letters.of(last.caseNumber()).stream()
                .filter(it -> it.letter().equals(HoldingStatementLetter.NAME)
                        && it.occurrence().equals(String.valueOf(last.version())))
                .map(this::reader)
                .collect(Collectors.joining("; "));
        return readers.isEmpty() ? "" : " to " + readers;
    }

    private String reader(LetterView sent) {
        String mail = Words.value(sent.recipient());
        List<MediaPerson> reading = register.reading(mail);
        // several may read the mail of one address, such as a newsroom's
        String who = reading.size() == 1 ? MediaPeople.words(reading.get(0)) : CaseTables.shown(mail);
        return sent.fate().equals("sent") ? who : who + " (" + Words.fate(sent.fate()) + ")";
    }

    private String approvers(Statement last) {
        return approvals.of(last.caseNumber(), Approvable.statement(last.version())).stream()
                .map(decision -> name(decision.decidedBy()))
                .collect(Collectors.joining(", "));
    }

    private String recipients(ChosenWays.ChosenWay way) {
        return way.recipients().stream()
                .flatMap(id -> register.person(id).stream())
                .map(MediaPeople::words)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), people -> people.isEmpty() ? "" : ", to " + people));
    }

    private String approval(CrisisApprovals.Approval decision) {
        String what = CrisisWords.approvable(decision.what()) + ", " + Words.label(decision.role()) + ": "
                + (decision.approved() ? "approved by " : "sent back by ") + name(decision.decidedBy()) + ", "
                + time.moment(decision.decidedAt());
        return decision.approved() ? what + ", signed: " + decision.signed() : what + ": " + decision.reason();
    }

    private String name(@Nullable String userId) {
        return userId == null ? "" : people.person(userId).map(Person::name).orElse(userId);
    }

    private static String lines(Stream<String> lines) {
        List<String> all = lines.toList();
        return String.join("\n", all);
    }

    private static String blank(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
