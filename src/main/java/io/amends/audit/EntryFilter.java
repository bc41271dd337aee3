package io.amends.audit;

import io.amends.casefile.CaseRecord;
import io.amends.casefile.TimelineEntry;
import io.amends.letter.LetterView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor narrows the record of a case to. What cannot be understood is said and narrows nothing.
 *
 * @param kinds codes of kinds of entries; none means all
 * @param who user id, {@code amends} for what nobody did, or blank
 * @param step {@code run:step} of a diagram, or a run alone, or blank
 * @param problems what could not be understood, by field
 */
record EntryFilter(
        Set<String> kinds,
        String who,
        String text,
        String from,
        String to,
        String step,
        @Nullable Instant since,
        @Nullable Instant until,
        Map<String, String> problems) {

    /** Stands for the house where no person acted. */
    static final String NOBODY = "amends";

    /** Narrows nothing. */
    static final EntryFilter ALL = new EntryFilter(Set.of(), "", "", "", "", "", null, null, Map.of());

    static EntryFilter read(
            List<String> kinds, String who, String text, String from, String to, String step, ZoneId zone) {
        Map<String, String> problems = new TreeMap<>();
        LocalDate first = day("from", from, problems);
        LocalDate last = day("to", to, problems);
        if (first != null && last != null && first.isAfter(last)) {
            problems.put("to", "is before the first day");
            first = null;
            last = null;
        }
        Set<String> known = Stream.of(TimelineEntry.Kind.values())
                .map(TimelineEntry.Kind::code)
                .collect(Collectors.toSet());
        List<String> unknown =
                kinds.stream().filter(kind -> !known.contains(kind)).toList();
        if (!unknown.isEmpty()) {
            problems.put("kind", "is no kind of entry: " + String.join(", ", unknown));
        }
        return new EntryFilter(
                kinds.stream().filter(known::contains).collect(Collectors.toUnmodifiableSet()),
                who.strip(),
                text.strip(),
                from.strip(),
                to.strip(),
                step.strip(),
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant(),
                Map.copyOf(problems));
    }

    boolean narrows() {
        return !(kinds.isEmpty()
                && who.isEmpty()
                && text.isEmpty()
                && step.isEmpty()
                && since == null
                && until == null);
    }

    /**
     * Why nothing of the record is left, for whoever narrowed it; each sentence without its stop.
     *
     * @param people ids of everybody who did anything on it
     */
    List<String> whyNothing(CaseRecord record, List<TimelineEntry> entries, Set<String> people) {
        List<String> why = new ArrayList<>();
        Set<String> called = called(record);
        Map<String, String> written = written(record);
        if (!who.isEmpty() && !people.contains(who)) {
            why.add("“%s” did nothing on this case".formatted(who));
        }
        if (!text.isEmpty() && entries.stream().noneMatch(entry -> says(entry, written))) {
            why.add("No entry and no letter has “%s” in it".formatted(text));
        }
        if (since != null && entries.stream().allMatch(entry -> entry.at().isBefore(since))) {
            why.add("Nothing happened from %s on".formatted(from));
        }
        if (until != null && entries.stream().noneMatch(entry -> entry.at().isBefore(until))) {
            why.add("Nothing happened up to %s".formatted(to));
        }
        if (!step.isEmpty() && entries.stream().noneMatch(entry -> ofStep(entry, called))) {
            why.add("No entry belongs to this step");
        }
        if (why.isEmpty()) {
            why.add("Each of these leaves some entry, yet no entry fits all of them");
        }
        return why;
    }

    private static @Nullable LocalDate day(String field, String text, Map<String, String> problems) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException broken) {
            problems.put(field, "is no day such as 2026-03-31");
            return null;
        }
    }

    /**
     * What is kept of the record, in its order. A step that called another process keeps what happened in that as well.
     *
     * @param entries of that record, in whatever words
     */
    List<TimelineEntry> of(CaseRecord record, List<TimelineEntry> entries) {
        Set<String> called = called(record);
        Map<String, String> written = written(record);
        return entries.stream().filter(entry -> keeps(entry, called, written)).toList();
    }

    private boolean keeps(TimelineEntry entry, Set<String> called, Map<String, String> written) {
        return (kinds.isEmpty() || kinds.contains(entry.kind().code()))
                && (who.isEmpty() || who.equals(entry.who() == null ? NOBODY : entry.who()))
                && (since == null || !entry.at().isBefore(since))
                && (until == null || entry.at().isBefore(until))
                && ofStep(entry, called)
                && says(entry, written);
    }

    private boolean ofStep(TimelineEntry entry, Set<String> called) {
        if (step.isEmpty()) {
            return true;
        }
        String run = entry.processInstanceId();
        boolean own = isRun(run) && (wholeRun() || stepId().equals(entry.stepId()));
        return own || (run != null && called.contains(run));
    }

    private boolean isRun(@Nullable String id) {
        return (wholeRun() ? step : step.substring(0, step.indexOf(':'))).equals(id);
    }

    private boolean wholeRun() {
        return step.indexOf(':') < 0;
    }

    private String stepId() {
        return step.substring(step.indexOf(':') + 1);
    }

    /** Runs that the step called, and those that these called in turn; none for a whole run. */
    private Set<String> called(CaseRecord record) {
        Set<String> called = new HashSet<>();
        if (step.isEmpty() || wholeRun()) {
            return called;
        }
        record.processes().stream()
                .filter(run -> isRun(run.id()))
                .flatMap(run -> run.steps().stream())
                .filter(it -> it.id().equals(stepId()))
                .flatMap(it -> it.visits().stream())
                .map(CaseRecord.Visit::called)
                .filter(Objects::nonNull)
                .forEach(called::add);
        boolean more = !called.isEmpty();
        while (more) {
            more = called.addAll(record.processes().stream()
                    .filter(run -> run.calledBy() != null && called.contains(run.calledBy()))
                    .map(CaseRecord.Run::id)
                    .toList());
        }
        return called;
    }

    /** What the letters of the record say, by Message-ID; none where no text is looked for. */
    private Map<String, String> written(CaseRecord record) {
        return text.isEmpty()
                ? Map.of()
                : record.letters().stream()
                        .collect(Collectors.toMap(LetterView::messageId, LetterView::text, (one, same) -> one));
    }

    private boolean says(TimelineEntry entry, Map<String, String> written) {
        if (text.isEmpty()) {
            return true;
        }
        List<@Nullable String> words = new ArrayList<>();
        words.add(entry.what());
        words.add(entry.before());
        words.add(entry.after());
        words.add(entry.process());
        words.add(entry.step());
        entry.details().forEach(detail -> {
            words.add(detail.name());
            words.add(detail.value());
            words.add(written.get(detail.value()));
        });
        String all = String.join(
                        "\n", words.stream().map(it -> it == null ? "" : it).toList())
                .toLowerCase(Locale.ROOT);
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+", -1)).allMatch(all::contains);
    }
}
