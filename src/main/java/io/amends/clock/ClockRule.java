package io.amends.clock;

import org.jspecify.annotations.Nullable;

/**
 * What the table {@code clock-rules} says of a clock (C-4).
 *
 * @param budget the time granted, or null where another table or a date grants it
 * @param warnAt percent of the time, 0 for never
 * @param escalateAt percent of the time, 0 for never
 * @param pauses whether it stands while the house waits for the customer (C-2)
 * @param warnSays message to the holder at the warning
 * @param breachSays message to the holder at the deadline
 */
record ClockRule(
        @Nullable Budget budget, int warnAt, int escalateAt, boolean pauses, String warnSays, String breachSays) {}
