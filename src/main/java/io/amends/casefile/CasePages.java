package io.amends.casefile;

import io.amends.escalation.EscalationView;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Puts the page of a case together. */
@Service
class CasePages {

    private final JdbcCaseFiles files;
    private final CaseEngine engine;
    private final ClockLines clocks;
    private final EscalationLines escalations;
    private final PromiseLines promises;
    private final Letters letters;
    private final LetterClocks letterClocks;
    private final MailLines mails;
    private final ScoreLines scores;
    private final StaffNames names;
    private final List<CaseDetails> details;
    private final ObjectProvider<CaseNotes> notes;
    private final PlainTime time;
    private final Clock clock;

    CasePages(
            JdbcCaseFiles files,
            CaseEngine engine,
            ClockLines clocks,
            EscalationLines escalations,
            PromiseLines promises,
            Letters letters,
            LetterClocks letterClocks,
            MailLines mails,
            ScoreLines scores,
            StaffNames names,
            List<CaseDetails> details,
            ObjectProvider<CaseNotes> notes,
            PlainTime time,
            Clock clock) {
        this.files = files;
        this.engine = engine;
        this.clocks = clocks;
        this.escalations = escalations;
        this.promises = promises;
        this.letters = letters;
        this.letterClocks = letterClocks;
        this.mails = mails;
        this.scores = scores;
        this.names = names;
        this.details = details;
        this.notes = notes;
        this.time = time;
        this.clock = clock;
    }

    private String owner(CaseFile file) {
        if (file.owner() != null) {
            return names.of(file.owner());
        }
        return file.closedAt() == null ? "nobody yet" : "nobody, no person was needed";
    }

    CasePage of(CaseFile file, List<CaseDetails.Action> actions) {
        String number = file.number();
        List<HistoricProcessInstance> processes = engine.processesOf(number);
        Optional<CaseDetails> own = detailsOf(file);
        List<EscalationView> calls = letterClocks.calls(number);
        return new CasePage(
                file,
                processes.stream()
                        .filter(process -> main(file, process))
                        .findFirst()
                        .map(CaseRun::name)
                        .orElse(Words.label(file.processKey())),
                files.partyOf(number).orElse(PlainTime.NOTHING),
                owner(file),
                time.moment(file.openedAt()),
                time.ago(file.openedAt()),
                file.closedAt() == null ? null : time.moment(file.closedAt()),
                own.map(it -> it.facts(number)).orElse(Map.of()),
                clocks.of(number),
                escalations.of(calls),
                engine.openTasks(number).stream().map(this::task).toList(),
                files.linksOf(number),
                promises.of(number),
                letters.of(number).stream()
                        .map(letter -> letter(letter, letterClocks.of(letter, calls)))
                        .toList(),
                mails.of(number),
                own.filter(it -> !it.aboutCustomer()).isPresent() ? null : scores.of(number),
                processes.stream().map(process -> diagram(file, process)).toList(),
                actions,
                mark(number, own),
                own.flatMap(it -> it.rank(number)).orElse(null),
                own.map(it -> it.pages(number)).orElse(Map.of()),
                own.flatMap(it -> it.charts(number)).map(CasePage.Pictures::of).orElse(null));
    }

    private @Nullable String mark(String number, Optional<CaseDetails> own) {
        String marks = Stream.concat(
                        own.flatMap(it -> it.mark(number)).stream(),
                        notes.orderedStream().flatMap(it -> it.mark(number).stream()))
                .collect(Collectors.joining(" · "));
        return marks.isEmpty() ? null : marks;
    }

    /** Whether a customer is at the heart of it, who hears of what is promised. */
    boolean aboutCustomer(CaseFile file) {
        return detailsOf(file).map(CaseDetails::aboutCustomer).orElse(true);
    }

    private Optional<CaseDetails> detailsOf(CaseFile file) {
        return details.stream()
                .filter(it -> it.processKey().equals(file.processKey()))
                .findFirst();
    }

    private static boolean main(CaseFile file, HistoricProcessInstance process) {
        return process.getId().equals(file.processInstanceId());
    }

    private CasePage.Task task(OpenTask task) {
        String who = task.assignee() != null
                ? names.of(task.assignee())
                : task.groups().isEmpty() ? "nobody" : "anybody of " + String.join(", ", task.groups());
        boolean late = task.due() != null && clock.instant().isAfter(task.due());
        String due = task.due() == null
                ? PlainTime.NOTHING
                : time.moment(task.due()) + " (" + (late ? "overdue" : time.ago(task.due())) + ")";
        return new CasePage.Task(task.id(), Words.value(task.name()), who, due, late);
    }

    /** In the order in which they were written. */
    private CasePage.Letter letter(LetterView letter, String about) {
        return new CasePage.Letter(
                letter.id(),
                Words.label(letter.letter()) + (about.isEmpty() ? "" : " on " + about),
                LetterSource.title(letter),
                CaseTables.shown(Words.value(letter.recipient())),
                Words.fate(letter.fate()),
                when(letter),
                Objects.requireNonNullElse(letter.problem(), ""),
                letters.toMedia(letter.letter()));
    }

    private String when(LetterView letter) {
        String written = time.moment(letter.queuedAt());
        String sent = time.moment(letter.sentAt());
        return letter.sentAt() == null || sent.equals(written) ? written : written + ", sent " + sent;
    }

    private CasePage.Diagram diagram(CaseFile file, HistoricProcessInstance process) {
        return new CasePage.Diagram(
                process.getId(),
                CaseRun.name(process),
                Objects.requireNonNullElse(process.getProcessDefinitionVersion(), 0),
                state(process),
                time.moment(process.getStartTime()),
                main(file, process));
    }

    static String state(HistoricProcessInstance process) {
        return process.getEndTime() == null
                ? "running"
                : HistoricProcessInstance.STATE_COMPLETED.equals(process.getState()) ? "ended" : "stopped";
    }
}
