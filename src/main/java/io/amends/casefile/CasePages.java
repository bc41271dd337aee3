package io.amends.casefile;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.promise.PromiseRow;
import io.amends.promise.Promises;
import io.amends.staff.People;
import io.amends.staff.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the page of a case together. */
@Service
class CasePages {

    private final JdbcCaseFiles files;
    private final CaseEngine engine;
    private final CaseClocks clocks;
    private final Letters letters;
    private final People people;
    private final List<CaseDetails> details;
    private final Promises promises;
    private final PlainTime time;
    private final Clock clock;

    CasePages(
            JdbcCaseFiles files,
            CaseEngine engine,
            CaseClocks clocks,
            Letters letters,
            People people,
            List<CaseDetails> details,
            Promises promises,
            PlainTime time,
            Clock clock) {
        this.files = files;
        this.engine = engine;
        this.clocks = clocks;
        this.letters = letters;
        this.people = people;
        this.details = details;
        this.promises = promises;
        this.time = time;
        this.clock = clock;
    }

    CasePage of(CaseFile file, List<CaseDetails.Action> actions) {
        String number = file.number();
        List<HistoricProcessInstance> processes = engine.processesOf(number);
        Optional<CaseDetails> own = detailsOf(file);
        return new CasePage(
                file,
                processes.isEmpty() ? Words.label(file.processKey()) : CaseRun.name(processes.get(0)),
                files.partyOf(number).orElse(PlainTime.NOTHING),
                file.owner() == null ? "nobody yet" : name(file.owner()),
                time.moment(file.openedAt()),
                time.ago(file.openedAt()),
                file.closedAt() == null ? null : time.moment(file.closedAt()),
                own.map(it -> it.facts(number)).orElse(Map.of()),
                clocks.of(number).stream().map(this::clock).toList(),
                engine.openTasks(number).stream().map(this::task).toList(),
                files.linksOf(number),
                promises.of(number).stream().map(this::promise).toList(),
                letters.of(number).stream().map(this::letter).toList(),
                processes.stream().map(this::diagram).toList(),
                actions);
    }

    private Optional<CaseDetails> detailsOf(CaseFile file) {
        return details.stream()
                .filter(it -> it.processKey().equals(file.processKey()))
                .findFirst();
    }

    /** Name of a member of staff, or the user id where nobody knows it any more. */
    String name(@Nullable String userId) {
        return userId == null
                ? ""
                : people.person(userId)
                        .map(Person::name)
                        .filter(it -> !it.isBlank())
                        .orElse(userId);
    }

    private CasePage.Clock clock(CaseClock it) {
        Instant now = clock.instant();
        return new CasePage.Clock(
                ClockWords.title(it), time.moment(it.due()), ClockWords.of(it, now, time), ClockWords.tone(it, now));
    }

    private CasePage.Task task(OpenTask task) {
        String who = task.assignee() != null
                ? name(task.assignee())
                : task.groups().isEmpty() ? "nobody" : "anybody of " + String.join(", ", task.groups());
        boolean late = task.due() != null && clock.instant().isAfter(task.due());
        String due = task.due() == null
                ? PlainTime.NOTHING
                : time.moment(task.due()) + " (" + (late ? "overdue" : time.ago(task.due())) + ")";
        return new CasePage.Task(task.id(), Words.value(task.name()), who, due, late);
    }

    private CasePage.Promise promise(PromiseRow row) {
        String due =
                time.day(row.due()) + (row.previousDue() == null ? "" : ", moved from " + time.day(row.previousDue()));
        boolean late = row.keptAt() == null && LocalDate.now(clock).isAfter(row.due());
        return new CasePage.Promise(
                row.what(),
                row.toCustomer() ? "the customer" : "the house",
                row.group(),
                due,
                row.keptAt() == null ? (late ? "late" : "open") : "kept " + time.moment(row.keptAt()),
                late);
    }

    private CasePage.Letter letter(LetterView letter) {
        return new CasePage.Letter(
                letter.id(),
                Words.label(letter.letter()),
                letter.subject(),
                Words.value(letter.recipient()),
                LetterSource.fate(letter),
                time.moment(Objects.requireNonNullElse(letter.sentAt(), letter.queuedAt())),
                Objects.requireNonNullElse(letter.problem(), ""));
    }

    private CasePage.Diagram diagram(HistoricProcessInstance process) {
        String state = process.getEndTime() == null
                ? "running"
                : HistoricProcessInstance.STATE_COMPLETED.equals(process.getState()) ? "ended" : "stopped";
        return new CasePage.Diagram(
                process.getId(),
                CaseRun.name(process),
                Objects.requireNonNullElse(process.getProcessDefinitionVersion(), 0),
                state,
                time.moment(process.getStartTime()),
                process.getSuperProcessInstanceId() == null);
    }
}
