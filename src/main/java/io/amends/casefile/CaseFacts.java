package io.amends.casefile;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.letter.LetterView;
import io.amends.letter.Letters;
import io.amends.modeling.TaskFacts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/** Facts at the head of every task form; what only one kind of case knows comes from its {@link CaseFormFacts}. */
@Component
class CaseFacts implements TaskFacts {

    private static final int MOST_ROWS = 12;
    /** What the process Reach otherwise calls it. */
    private static final String UNDELIVERED_LETTER = "letterId";

    /** A form shows a few rows at once: what is still owed, by its date, and then the rest. */
    private static final Comparator<CaseClock> OWED_FIRST =
            Comparator.comparing((CaseClock it) -> !it.running()).thenComparing(CaseClock::due);

    private final CaseFiles files;
    private final CaseEngine engine;
    private final CaseClocks clocks;
    private final ClockNames clockNames;
    private final Letters letters;
    private final StaffNames names;
    private final List<CaseFormFacts> own;
    private final PlainTime time;
    private final Clock clock;

    CaseFacts(
            CaseFiles files,
            CaseEngine engine,
            CaseClocks clocks,
            ClockNames clockNames,
            Letters letters,
            StaffNames names,
            List<CaseFormFacts> own,
            PlainTime time,
            Clock clock) {
        this.files = files;
        this.engine = engine;
        this.clocks = clocks;
        this.clockNames = clockNames;
        this.letters = letters;
        this.names = names;
        this.own = own;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> of(String caseNumber, Map<String, Object> processVariables) {
        Map<String, Object> all = new LinkedHashMap<>();
        files.find(caseNumber).ifPresent(file -> {
            List<LetterView> written = letters.of(caseNumber);
            all.put("facts", facts(file));
            all.put(
                    "clockRows",
                    clocks.of(caseNumber).stream()
                            .sorted(OWED_FIRST)
                            .map(this::clockRow)
                            .toList());
            all.put("letterRows", written.stream().map(this::letterRow).toList());
            all.put("historyRows", historyRows(caseNumber));
            Optional<LetterView> undelivered = undelivered(written, processVariables);
            all.put("letterText", undelivered.map(LetterView::text).orElse(""));
            all.put("letterFate", undelivered.map(CaseFacts::fateInFull).orElse(""));
            own.stream()
                    .filter(it -> it.processKey().equals(file.processKey()))
                    .forEach(it -> merge(all, it.of(caseNumber, processVariables)));
        });
        return all;
    }

    private Map<String, Object> facts(CaseFile file) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("caseNumber", file.number());
        facts.put("severity", Objects.requireNonNullElse(file.severity(), ""));
        facts.put("owner", names.of(file.owner()));
        facts.put("subject", Words.label(file.subject()));
        return facts;
    }

    private Map<String, Object> clockRow(CaseClock it) {
        return Map.of(
                "clock", clockNames.title(it.caseNumber(), it.name()),
                "due", it.pausedSince() == null ? time.moment(it.due()) : PlainTime.NOTHING,
                "state", ClockWords.of(it, clock.instant(), time));
    }

    private Map<String, Object> letterRow(LetterView letter) {
        return Map.of(
                "letter", LetterSource.title(letter),
                "recipient", CaseTables.shown(Words.value(letter.recipient())),
                "fate", Words.fate(letter.fate()),
                "when", time.moment(Objects.requireNonNullElse(letter.sentAt(), letter.queuedAt())));
    }

    private List<Map<String, Object>> historyRows(String caseNumber) {
        List<Map<String, Object>> rows = new ArrayList<>();
        engine.doneTasks(caseNumber).stream()
                .sorted(Comparator.comparing(HistoricTaskInstance::getEndTime))
                .forEach(task -> rows.add(Map.of(
                        "what", Words.value(task.getName()),
                        "when", time.moment(task.getEndTime()),
                        "who", Words.value(names.of(task.getAssignee())))));
        Collections.reverse(rows);
        return rows.subList(0, Math.min(MOST_ROWS, rows.size()));
    }

    /** The letter that never reached its reader, for whoever tells it another way. */
    private static Optional<LetterView> undelivered(List<LetterView> letters, Map<String, Object> processVariables) {
        return letters.stream()
                .filter(letter -> letter.id().equals(processVariables.get(UNDELIVERED_LETTER)))
                .findFirst();
    }

    private static String fateInFull(LetterView letter) {
        String to = letter.recipient() == null ? "" : "To " + CaseTables.shown(letter.recipient()) + ": ";
        String why = letter.problem() == null ? "." : ". " + letter.problem();
        return to + Words.fate(letter.fate()) + why;
    }

    /** Joins maps of the same name, so that a module adds to {@code facts} and does not replace them. */
    @SuppressWarnings("unchecked")
    private static void merge(Map<String, Object> all, Map<String, Object> more) {
        more.forEach((name, value) -> {
            if (all.get(name) instanceof Map<?, ?> && value instanceof Map<?, ?> added) {
                ((Map<String, Object>) all.get(name)).putAll((Map<String, Object>) added);
            } else {
                all.put(name, value);
            }
        });
    }
}
