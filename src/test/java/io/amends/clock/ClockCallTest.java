package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a clock says that nobody looked at until warning and deadline had both passed (C-4). */
class ClockCallTest {

    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofHours(5));

    @Test
    void a_warning_that_comes_too_late_is_not_given() {
        assertThat(first("clock-warned")).isEqualTo(ClockCall.Kind.DEADLINE);
    }

    @Test
    void work_that_begins_at_the_warning_begins_late_rather_than_never() {
        assertThat(first("public-update-due")).isEqualTo(ClockCall.Kind.WARNING);
    }

    private static ClockCall.Kind first(String warnSays) {
        Instant due = START.plus(Duration.ofHours(4));
        ClockRule rule = new ClockRule(null, 75, 100, false, true, warnSays, "clock-breached");
        CaseClock clock = new CaseClock(
                "MCR-2026-000001",
                "public-update",
                1,
                "crisis",
                null,
                START,
                due,
                START.plus(Duration.ofHours(3)),
                due,
                null,
                null,
                null,
                null,
                null);
        ClockRow row = new ClockRow(clock, new ClockTerms("crisis", null, START, null, due, rule));
        return ClockCall.next(List.of(row), LATER).orElseThrow().kind();
    }
}
