package io.amends.mediacrisis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What forms propose as a moment. */
class MomentsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T10:07:30Z"), ZoneId.of("Europe/London"));

    @Test
    void what_is_proposed_is_a_full_quarter_of_an_hour_as_the_field_shows_it() {
        assertThat(proposed(null)).isEqualTo("2026-03-04T14:15:00Z");
        assertThat(proposed("2026-03-04T12:00:00Z")).isEqualTo("2026-03-04T12:00:00Z");
        assertThat(proposed("2026-03-04T12:01:00Z")).isEqualTo("2026-03-04T12:15:00Z");
    }

    @Test
    void a_moment_that_has_passed_is_not_proposed_again() {
        assertThat(proposed("2026-03-04T10:00:00Z")).isEqualTo("2026-03-04T14:15:00Z");
    }

    private static String proposed(String named) {
        return Moments.proposed(Optional.ofNullable(named).map(Instant::parse), Duration.ofHours(4), CLOCK);
    }
}
