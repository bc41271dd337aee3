package io.amends.audit;

import io.amends.casefile.TimelineEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
            last = null;
        }
        return new EntryFilter(
                Set.copyOf(kinds),
                who.strip(),
                text.strip(),
                from.strip(),
                to.strip(),
                step.strip(),
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant(),
                Map.copyOf(problems));
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

    boolean keeps(TimelineEntry entry) {
        return (kinds.isEmpty() || kinds.contains(entry.kind().code()))
                && (who.isEmpty() || who.equals(entry.who() == null ? NOBODY : entry.who()))
                && (since == null || !entry.at().isBefore(since))
                && (until == null || entry.at().isBefore(until))
                && ofStep(entry)
                && says(entry);
    }

    private boolean ofStep(TimelineEntry entry) {
        if (step.isEmpty()) {
            return true;
        }
        int cut = step.indexOf(':');
        String run = cut < 0 ? step : step.substring(0, cut);
        return run.equals(entry.processInstanceId())
                && (cut < 0 || step.substring(cut + 1).equals(entry.stepId()));
    }

    private boolean says(TimelineEntry entry) {
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
        });
        String all = String.join(
                        "\n", words.stream().map(it -> it == null ? "" : it).toList())
                .toLowerCase(Locale.ROOT);
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+", -1)).allMatch(all::contains);
    }
}
