package io.amends.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordedProcessesTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void visits_one_after_the_other_are_added_up() {
        assertThat(there(visit(0, 2), visit(5, 6))).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void visits_at_the_same_time_count_once() {
        assertThat(there(visit(0, 10), visit(1, 3), visit(8, 12))).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void a_visit_that_lasts_counts_until_now() {
        assertThat(there(visit(0, 1), visit(2, null))).isEqualTo(Duration.ofHours(19));
    }

    private static Duration there(CaseRecord.Visit... visits) {
        return RecordedProcesses.there(List.of(visits), NOON.plus(Duration.ofHours(20)));
    }

    private static CaseRecord.Visit visit(int from, @Nullable Integer to) {
        return new CaseRecord.Visit(
                NOON.plus(Duration.ofHours(from)),
                to == null ? null : NOON.plus(Duration.ofHours(to)),
                to == null ? "active" : "done",
                null,
                null,
                null);
    }
}
