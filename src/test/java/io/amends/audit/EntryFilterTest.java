package io.amends.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an auditor narrows the record of a case to. */
class EntryFilterTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void a_day_lasts_as_long_as_it_does_where_the_house_is() {
        EntryFilter filter = EntryFilter.read(List.of(), "", "", "2026-03-29", "2026-03-29", "", LONDON);
        assertThat(filter.since()).isEqualTo(Instant.parse("2026-03-29T00:00:00Z"));
        assertThat(filter.until()).isEqualTo(Instant.parse("2026-03-29T23:00:00Z"));
    }

    @Test
    void what_is_no_day_is_said_and_narrows_nothing() {
        EntryFilter filter = EntryFilter.read(List.of(), "", "", "yesterday", "", "", LONDON);
        assertThat(filter.problems()).containsKey("from");
        assertThat(filter.since()).isNull();
    }

    @Test
    void a_last_day_before_the_first_is_said_and_only_the_first_counts() {
        EntryFilter filter = EntryFilter.read(List.of(), "", "", "2026-03-02", "2026-03-01", "", LONDON);
        assertThat(filter.problems()).containsOnlyKeys("to");
        assertThat(filter.since()).isNotNull();
        assertThat(filter.until()).isNull();
    }
}
