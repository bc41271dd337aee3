package io.amends.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the terms of a clock and its pauses; never changed by itself (C-2).
 *
 * @param warnAt null for never
 * @param escalateAt null for never
 * @param pausedSince null while the clock runs
 */
record ClockTimes(
        Instant due,
        @Nullable Instant warnAt,
        @Nullable Instant escalateAt,
        @Nullable Instant pausedSince) {

    static ClockTimes of(CaseClock clock) {
        return new ClockTimes(clock.due(), clock.warnAt(), clock.escalateAt(), clock.pausedSince());
    }
}
