package io.amends.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out the times of a clock, always from its start (C-2, C-4). */
@Component
class Reckoning {

    private final BusinessCalendar calendar;

    Reckoning(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** @param casePauses when clocks of the case stood; one that does not pause ignores them */
    ClockTimes times(ClockTerms terms, List<Pause> casePauses) {
        List<Pause> pauses = terms.pauses() ? casePauses : List.of();
        Instant due = terms.budget() == null
                ? Objects.requireNonNull(terms.until())
                : calendar.due(terms.start(), terms.budget(), pauses);
        return new ClockTimes(
                millis(due),
                threshold(terms, due, terms.rule().warnAt(), pauses),
                threshold(terms, due, terms.rule().escalateAt(), pauses),
                pausedSince(terms.start(), pauses));
    }

    /** When a clock that stands in these pauses is due. */
    Instant due(Instant start, Budget budget, List<Pause> pauses) {
        return millis(calendar.due(start, budget, pauses));
    }

    private @Nullable Instant threshold(ClockTerms terms, Instant due, int percent, List<Pause> pauses) {
        return percent == 0 || due.isBefore(terms.start())
                ? percent == 0 ? null : due
                : millis(calendar.threshold(terms.start(), due, percent, terms.wallTime(), pauses));
    }

    /** Waits that overlap are one standstill, also when the first of them is over. */
    private static @Nullable Instant pausedSince(Instant start, List<Pause> pauses) {
        Instant since = pauses.stream()
                .filter(pause -> pause.to() == null)
                .map(Pause::from)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (since == null) {
            return null;
        }
        for (Pause pause : pauses.stream()
                .sorted(Comparator.comparing(Pause::from).reversed())
                .toList()) {
            boolean reachesInto = pause.to() != null && !pause.to().isBefore(since);
            if (reachesInto && pause.from().isBefore(since)) {
                since = pause.from();
            }
        }
        return since.isAfter(start) ? since : start;
    }

    // what databases and the engine keep
    private static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
