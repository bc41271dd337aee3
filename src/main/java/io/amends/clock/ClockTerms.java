package io.amends.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On what a clock runs; its times follow from here and from the pauses.
 *
 * @param holder process instance that is told
 * @param task the task that started the clock and ends it, or null for a clock of the case
 * @param budget the time granted, or null with a fixed end
 * @param until a fixed end, or null with a budget
 */
record ClockTerms(
        String holder,
        @Nullable String task,
        Instant start,
        @Nullable Budget budget,
        @Nullable Instant until,
        ClockRule rule) {

    ClockTerms {
        if ((budget == null) == (until == null)) {
            throw new IllegalArgumentException("A clock has either a budget or a fixed end");
        }
    }

    /** A clock with a fixed end cannot wait: the moment was named to somebody. */
    boolean pauses() {
        return rule.pauses() && until == null;
    }

    /** A budget says so by its unit; of a fixed end, the register says whether the house is bound to it at night, too. */
    boolean wallTime() {
        return budget == null ? rule.aroundTheClock() : budget.unit().isWallTime();
    }
}
