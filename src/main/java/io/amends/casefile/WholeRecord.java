package io.amends.casefile;

import io.amends.clock.CaseClocks;
import io.amends.clock.ClockChange;
import io.amends.escalation.EscalationView;
import io.amends.escalation.Escalations;
import io.amends.letter.Letters;
import io.amends.promise.Promises;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together all that is on record of a case. */
@Component
class WholeRecord {

    private final JdbcCaseFiles files;
    private final CaseEngine engine;
    private final Timeline timeline;
    private final RecordedProcesses processes;
    private final RecordedDecisions decisions;
    private final RecordedForms forms;
    private final CaseTalk talk;
    private final CaseClocks clocks;
    private final Escalations escalations;
    private final Promises promises;
    private final Letters letters;
    private final CaseMail mail;
    private final CaseScores scores;
    private final List<CaseDetails> details;
    private final ObjectProvider<CaseSeals> seals;
    private final CaseUpdates updates;
    private final StaffNames names;
    private final Clock clock;

    WholeRecord(
            JdbcCaseFiles files,
            CaseEngine engine,
            Timeline timeline,
            RecordedProcesses processes,
            RecordedDecisions decisions,
            RecordedForms forms,
            CaseTalk talk,
            CaseClocks clocks,
            Escalations escalations,
            Promises promises,
            Letters letters,
            CaseMail mail,
            CaseScores scores,
            List<CaseDetails> details,
            ObjectProvider<CaseSeals> seals,
            CaseUpdates updates,
            StaffNames names,
            Clock clock) {
        this.files = files;
        this.engine = engine;
        this.timeline = timeline;
        this.processes = processes;
        this.decisions = decisions;
        this.forms = forms;
        this.talk = talk;
        this.clocks = clocks;
        this.escalations = escalations;
        this.promises = promises;
        this.letters = letters;
        this.mail = mail;
        this.scores = scores;
        this.details = details;
        this.seals = seals;
        this.updates = updates;
        this.names = names;
        this.clock = clock;
    }

    CaseRecord of(CaseFile file, boolean withFiles) {
        String number = file.number();
        CaseRun run = engine.run(file);
        return engine.unchecked(() -> {
            List<TimelineEntry> entries = timeline.of(run);
            List<CaseRecord.Run> runs = processes.of(run);
            RecordedDecisions.Decided decided = decisions.of(run);
            List<ClockChange> moved = clocks.changes(number);
            List<HistoricVariableUpdate> changes = updates.of(run);
            List<CaseRecord.Form> answered = forms.of(run, changes);
            List<CaseRecord.Comment> comments = talk.comments(run);
            List<CaseRecord.File> attached = talk.files(run, withFiles);
            List<EscalationView> calls = escalations.of(number);
            CaseScores.Scores said = scores.of(number);
            Optional<CaseDetails> own = details.stream()
                    .filter(it -> it.processKey().equals(file.processKey()))
                    .findFirst();
            return new CaseRecord(
                    CaseRecord.FORMAT,
                    CaseRecord.VERSION,
                    clock.instant(),
                    clock.getZone().getId(),
                    head(file, own),
                    own.map(it -> it.facts(number)).stream()
                            .flatMap(facts -> facts.entrySet().stream())
                            .map(fact -> new CaseRecord.Named(fact.getKey(), fact.getValue()))
                            .toList(),
                    files.linksOf(number),
                    people(file, entries, runs, answered, calls),
                    entries,
                    runs,
                    decided.tables(),
                    decided.decisions(),
                    answered,
                    letters.of(number),
                    mail.of(number).stream()
                            .map(it -> mail(number, it, withFiles))
                            .toList(),
                    clocks.of(number).stream()
                            .map(it -> ClockView.of(it, clocks.pauses(it), moved))
                            .toList(),
                    calls,
                    promises.of(number).stream().map(PromiseView::of).toList(),
                    said.scores(),
                    said.surveys(),
                    comments,
                    attached,
                    seals.stream().findFirst().map(it -> it.of(number)).orElse(CaseSeals.Sealed.NONE),
                    RecordedValues.of(run, changes));
        });
    }

    private CaseRecord.Head head(CaseFile file, Optional<CaseDetails> own) {
        return new CaseRecord.Head(
                file.number(),
                file.processKey(),
                file.subject(),
                file.state(),
                file.outcome(),
                file.owner(),
                file.severity(),
                own.flatMap(it -> it.level(file.number())).orElse(null),
                file.customerNumber(),
                files.partyOf(file.number()).orElse(null),
                own.flatMap(it -> it.mark(file.number())).orElse(null),
                file.openedAt(),
                file.closedAt());
    }

    private List<CaseRecord.Person> people(
            CaseFile file,
            List<TimelineEntry> entries,
            List<CaseRecord.Run> runs,
            List<CaseRecord.Form> answered,
            List<EscalationView> calls) {
        Set<String> ids = new TreeSet<>();
        add(ids, file.owner());
        entries.forEach(entry -> add(ids, entry.who()));
        entries.stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.CHANGE && PeopleFacts.is(entry.what()))
                .flatMap(entry -> Stream.of(entry.before(), entry.after()))
                .filter(Objects::nonNull)
                .flatMap(PeopleFacts::ids)
                .forEach(id -> add(ids, id));
        runs.forEach(run -> {
            add(ids, run.startedBy());
            run.steps().forEach(step -> step.visits().forEach(visit -> add(ids, visit.who())));
        });
        answered.forEach(form -> add(ids, form.by()));
        calls.forEach(escalation -> escalation.calls().forEach(call -> add(ids, call.acknowledgedBy())));
        ids.remove(TimelineEntry.CUSTOMER);
        ids.remove(TimelineEntry.SENDER);
        return ids.stream().map(id -> new CaseRecord.Person(id, names.of(id))).toList();
    }

    private static void add(Set<String> ids, @Nullable String id) {
        if (id != null && !id.isBlank()) {
            ids.add(id);
        }
    }

    private CaseRecord.Mail mail(String caseNumber, CaseMail.Received it, boolean withFiles) {
        return new CaseRecord.Mail(
                it.number(),
                it.receivedAt(),
                it.from(),
                it.subject(),
                it.kind(),
                it.how(),
                it.unread(),
                it.text(),
                it.quoted(),
                it.files().stream()
                        .map(file -> new CaseRecord.MailFile(
                                file.nr(),
                                file.name(),
                                file.type(),
                                file.size(),
                                file.leftOut(),
                                withFiles ? content(caseNumber, it.number(), file) : null))
                        .toList());
    }

    private @Nullable String content(String caseNumber, String mailNumber, CaseMail.File file) {
        return mail.attachment(caseNumber, mailNumber, file.nr())
                .map(it -> Base64.getEncoder().encodeToString(Objects.requireNonNull(it.bytes())))
                .orElse(null);
    }
}
