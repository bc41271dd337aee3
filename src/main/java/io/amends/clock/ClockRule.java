package io.amends.clock;

import org.jspecify.annotations.Nullable;

/**
 * What the table {@code clock-rules} says of a clock (C-4).
 *
 * @param budget the time granted, or null where another table or a date grants it
 * @param warnAt percent of the time, 0 for never; before the deadline
 * @param escalateAt percent of the time, 0 for never; no more than 200
 * @param pauses whether it stands while the house waits for the customer (C-2)
 * @param aroundTheClock whether it counts time as it passes although it runs until a fixed end, so that its warning may come at night
 * @param warnSays message to the holder at the warning
 * @param breachSays message to the holder at the deadline
 */
record ClockRule(
        @Nullable Budget budget,
        int warnAt,
        int escalateAt,
        boolean pauses,
        boolean aroundTheClock,
        String warnSays,
        String breachSays) {

    private static final int MOST = 200;

    ClockRule {
        if (aroundTheClock && budget != null && !budget.unit().isWallTime()) {
            throw new IllegalArgumentException("A clock that runs around the clock grants minutes, hours or days, not "
                    + budget.unit().word());
        }
        percent("warns", warnAt);
        percent("escalates", escalateAt);
        if (escalateAt > 0 && warnAt >= escalateAt) {
            throw new IllegalArgumentException("A clock warns before it escalates, not at " + warnAt
                    + " % when it escalates at " + escalateAt + " %; 0 is for never");
        }
        if (warnAt > 0 && warnSays.isBlank()) {
            throw new IllegalArgumentException("A clock that warns says something then, such as clock-warned");
        }
        if (escalateAt > 0 && breachSays.isBlank()) {
            throw new IllegalArgumentException("A clock that escalates says something then, such as clock-breached");
        }
    }

    /** Whether the warning is no mere word but begins what is due, as its message says by its name ({@code public-update-due}). */
    boolean warningBeginsWork() {
        return warnSays.endsWith("-due");
    }

    private static void percent(String what, int percent) {
        if (percent < 0 || percent > MOST) {
            throw new IllegalArgumentException(
                    "A clock " + what + " at 0 to " + MOST + " % of its time, not at " + percent + " %");
        }
    }
}
