package io.amends.mediacrisis;

import io.amends.casefile.PlainTime;
import io.amends.casefile.Words;
import io.amends.mediacrisis.CrisisApprovals.Approval;
import io.amends.mediacrisis.Statements.Statement;
import io.amends.mediaregister.MediaPerson;
import io.amends.mediaregister.MediaRegister;
import io.amends.mediaregister.Spokesperson;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the forms show of the answer as it is prepared: statement, spokesperson, messages, approvals, recipients (M-4, M-6 to M-10). */
@Component
@Order(20)
class AnswerFormPart implements CrisisFormPart {

    private static final int PROOFS_ADVISED = 3;
    private static final int CRISIS = 3;
    private static final Duration SOON = Duration.ofHours(4);
    private static final Duration LATER = Duration.ofHours(24);

    private final Statements statements;
    private final HoldingStatementLetter letter;
    private final CoreMessages messages;
    private final CrisisApprovals approvals;
    private final MediaRegister register;
    private final MatterParties parties;
    private final People people;
    private final PlainTime time;
    private final Clock clock;

    AnswerFormPart(
            Statements statements,
            HoldingStatementLetter letter,
            CoreMessages messages,
            CrisisApprovals approvals,
            MediaRegister register,
            MatterParties parties,
            People people,
            PlainTime time,
            Clock clock) {
        this.statements = statements;
        this.letter = letter;
        this.messages = messages;
        this.approvals = approvals;
        this.register = register;
        this.parties = parties;
        this.people = people;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> of(MediaCrisis crisis, Map<String, Object> variables) {
        Map<String, Object> all = new LinkedHashMap<>();
        List<Spokesperson> spokespersons = register.spokespersons();
        Map<String, String> party = parties.of(crisis);
        all.put("facts", Map.of("spokesperson", name(crisis.spokesperson())));
        all.put(
                "spokespersonOptions",
                spokespersons.stream()
                        .map(one -> option(one.userId(), label(one, party.get(one.userId()))))
                        .toList());
        all.put(
                "partyOptions",
                spokespersons.stream()
                        .map(one -> option(one.userId(), one.name()))
                        .toList());
        List<MediaPerson> known = register.people();
        all.put(
                "recipientOptions",
                known.stream().map(one -> option(one.id(), label(one))).toList());
        List<MediaPerson> askers = letter.askers(crisis.caseNumber());
        all.put("statementReaders", people(askers));
        all.put(
                "statementOptions",
                known.stream()
                        .filter(one -> one.mail() != null && !askers.contains(one))
                        .map(one -> option(one.id(), label(one)))
                        .toList());
        all.put(
                "chineseReaders",
                (askers.isEmpty() ? known : askers)
                        .stream()
                                .filter(LetterFrame::readsChinese)
                                .map(MediaPeople::words)
                                .collect(Collectors.joining("; ")));
        Optional<Statement> last = statements.last(crisis.caseNumber(), Statements.HOLDING);
        last.ifPresent(it -> all.putAll(statement(it, askers)));
        statements
                .approved(crisis.caseNumber(), Statements.HOLDING)
                .ifPresent(it -> all.put("toldStatement", told(it)));
        all.put(StatementListener.NEXT_WORD_AT, nextWord(crisis, last));
        fit(spokespersons, party).ifPresent(one -> all.put(MediaCrisisProcess.SPOKESPERSON.name(), one));
        messages.last(crisis.caseNumber()).ifPresent(it -> all.putAll(messages(crisis, it)));
        Object proposed = variables.get(MediaCrisisProcess.PROPOSED_POSTURE.name());
        if (proposed != null) {
            all.put("postureProposed", CrisisWords.posture(proposed.toString()));
            all.putIfAbsent(MediaCrisisProcess.POSTURE.name(), proposed.toString());
        }
        return all;
    }

    /** What was named before and is still to come, else as soon as the level asks for the next round. */
    private String nextWord(MediaCrisis crisis, Optional<Statement> last) {
        boolean worst = crisis.level() != null && crisis.level() >= CRISIS;
        return Moments.proposed(last.map(Statement::nextWordAt), worst ? SOON : LATER, clock);
    }

    /** Whoever may speak where it is one person only: nobody has to look for them. */
    private static Optional<String> fit(List<Spokesperson> spokespersons, Map<String, String> party) {
        List<String> fit = spokespersons.stream()
                .filter(one -> one.missing().isEmpty() && !party.containsKey(one.userId()))
                .map(Spokesperson::userId)
                .toList();
        return fit.size() == 1 ? Optional.of(fit.get(0)) : Optional.empty();
    }

    /** The next version begins with the words of the last. */
    private Map<String, Object> statement(Statement last, List<MediaPerson> askers) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("know", last.know());
        shown.put("doing", last.doing());
        shown.put("next", time.moment(last.nextWordAt()) + " (" + time.ago(last.nextWordAt()) + ")");
        shown.put("to", people(letter.readers(last, askers)));
        shown.put("keptReady", last.keptReady());
        shown.put("author", name(last.writtenBy()));
        shown.put("version", last.version());
        shown.put("sentBack", Boolean.FALSE.equals(last.approved()) ? blank(last.reason()) : "");
        shown.put("sentBackBy", Boolean.FALSE.equals(last.approved()) ? name(last.decidedBy()) : "");
        Map<String, Object> all = new LinkedHashMap<>(
                Map.of("statement", shown, StatementListener.KNOW, last.know(), StatementListener.DOING, last.doing()));
        all.put(StatementListener.TO, statements.recipients(last));
        all.put(StatementListener.KEPT, last.keptReady());
        if (last.knowZh() != null && last.doingZh() != null) {
            shown.put("knowZh", last.knowZh());
            shown.put("doingZh", last.doingZh());
            all.put(StatementListener.KNOW_ZH, last.knowZh());
            all.put(StatementListener.DOING_ZH, last.doingZh());
        }
        return all;
    }

    /** What may be said to others: a draft may not (M-9). */
    private Map<String, Object> told(Statement approved) {
        return Map.of(
                "know", approved.know(),
                "doing", approved.doing(),
                "next", time.moment(approved.nextWordAt()) + " (" + time.ago(approved.nextWordAt()) + ")",
                "approver", name(approved.decidedBy()));
    }

    private Map<String, Object> messages(MediaCrisis crisis, CoreMessages.Version last) {
        List<Approval> decisions = approvals.of(crisis.caseNumber(), Approvable.messages(last.version()));
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("posture", CrisisWords.posture(last.posture()));
        shown.put("author", name(last.writtenBy()));
        shown.put("version", last.version());
        shown.put("proofs", String.join("\n", last.proofs()));
        all.put("answer", shown);
        all.put("messageRows", last.messages().stream().map(AnswerFormPart::row).toList());
        all.put(
                "sentBackRows",
                decisions.stream()
                        .filter(decision -> !decision.approved())
                        .map(decision -> Map.of(
                                "who", name(decision.decidedBy()),
                                "as", Words.label(decision.role()),
                                "why", blank(decision.reason())))
                        .toList());
        all.put(
                MessageLines.MESSAGES,
                String.join(
                        "\n",
                        last.messages().stream()
                                .map(CoreMessages.CoreMessage::message)
                                .toList()));
        all.put(MessageLines.PROOFS, String.join("\n", proofLines(last)));
        all.put(MediaCrisisProcess.POSTURE.name(), last.posture());
        return all;
    }

    private static List<String> proofLines(CoreMessages.Version last) {
        List<String> lines = new ArrayList<>();
        last.messages()
                .forEach(message -> message.proofs().forEach(proof -> lines.add(message.place() + ". " + proof)));
        lines.addAll(last.proofs());
        return lines;
    }

    private static Map<String, Object> row(CoreMessages.CoreMessage message) {
        int proofs = message.proofs().size();
        return Map.of(
                "number", String.valueOf(message.place()),
                "message", message.message(),
                "words", String.valueOf(message.words()),
                "proofs",
                        String.join("; ", message.proofs())
                                + (proofs < PROOFS_ADVISED
                                        ? (proofs == 0 ? "" : " ") + "(" + proofs + " of " + PROOFS_ADVISED
                                                + " advised)"
                                        : ""));
    }

    private static String label(Spokesperson one, @Nullable String party) {
        if (party != null) {
            return one.name() + ": " + party;
        }
        return one.missing().isEmpty() ? one.name() : one.name() + ": " + String.join(", ", one.missing());
    }

    private static String label(MediaPerson one) {
        return one.name() + ", " + one.outletName()
                + (one.beats().isEmpty() ? "" : ", " + String.join(", ", one.beats()))
                + (one.mail() == null ? " (no mail)" : "");
    }

    private static String people(List<MediaPerson> people) {
        return people.stream().map(MediaPeople::words).collect(Collectors.joining("; "));
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private String name(@Nullable String userId) {
        return userId == null ? "" : people.person(userId).map(Person::name).orElse(userId);
    }

    private static String blank(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
