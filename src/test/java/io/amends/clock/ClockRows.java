package io.amends.clock;

import java.time.Instant;

/** Rows of clocks for tests without a database. */
final class ClockRows {

    private static final ClockRule RULE = new ClockRule(null, 75, 100, true, false, "clock-warned", "clock-breached");

    private ClockRows() {}

    /** Warns an hour before it is due. */
    static ClockRow running(String name, Instant start, Instant due) {
        CaseClock clock = new CaseClock(
                "CMP-2026-000001",
                name,
                1,
                "complaint-instance",
                null,
                start,
                due,
                due.minusSeconds(3600),
                due,
                null,
                null,
                null,
                null,
                null);
        return new ClockRow(clock, new ClockTerms("complaint-instance", null, start, null, due, RULE));
    }
}
