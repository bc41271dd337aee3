package io.amends.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be said of a clock (C-4).
 *
 * @param at when it is due; now or earlier means now
 */
record ClockCall(ClockRow row, Kind kind, Instant at) {

    enum Kind {
        WARNING,
        DEADLINE
    }

    /** The first of all; nothing when there is nothing to say of any, as of those that stand still. */
    static Optional<ClockCall> next(List<ClockRow> rows, Instant now) {
        return rows.stream().flatMap(row -> next(row, now).stream()).min(Comparator.comparing(ClockCall::at));
    }

    /** A clock past both says its deadline only, unless work begins at the warning that would else never begin. */
    private static Optional<ClockCall> next(ClockRow row, Instant now) {
        CaseClock clock = row.clock();
        if (!clock.running() || clock.pausedSince() != null || clock.breached() != null) {
            return Optional.empty();
        }
        Instant deadline = clock.escalateAt();
        Instant warning = clock.warned() == null ? clock.warnAt() : null;
        if (warning != null && (row.terms().rule().warningBeginsWork() || !passed(deadline, now))) {
            return Optional.of(new ClockCall(row, Kind.WARNING, warning));
        }
        return deadline == null ? Optional.empty() : Optional.of(new ClockCall(row, Kind.DEADLINE, deadline));
    }

    private static boolean passed(@Nullable Instant moment, Instant now) {
        return moment != null && !moment.isAfter(now);
    }

    boolean due(Instant now) {
        return passed(at, now);
    }

    /** The message to the holder, as the register has it. */
    String message() {
        ClockRule rule = row.terms().rule();
        return kind == Kind.WARNING ? rule.warnSays() : rule.breachSays();
    }
}
