package io.amends.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvanceTest {

    private static final ZonedDateTime NOW =
            LocalDateTime.parse("2026-03-27T16:00").atZone(ZoneId.of("Europe/London"));

    @ParameterizedTest
    @CsvSource({
        "P1D, 2026-03-28T16:00",
        "p1d, 2026-03-28T16:00",
        "P3D, 2026-03-30T16:00",
        "P2W, 2026-04-10T16:00",
        "P1M2D, 2026-04-29T16:00",
        "PT4H, 2026-03-27T20:00",
        "PT72H, 2026-03-30T17:00",
        "P1DT2H, 2026-03-28T18:00",
        "PT0.5S, 2026-03-27T16:00:00.5",
        "P400D, 2027-05-01T16:00",
        "P1Y, 2027-03-27T16:00",
    })
    void iso_periods_and_durations_are_understood(String text, LocalDateTime target) {
        assertThat(Advance.parse(text).from(NOW)).isEqualTo(target.atZone(NOW.getZone()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "3D", "P3", "P1DT", "three days", "P3DT4", "P1.5D", "P99999999999D", "T4H"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Advance.parse(text)).hasMessageContaining("is not an ISO 8601 period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-1D", "-P1D", "PT-4H", "-PT4H", "P1DT-2H", "P2M-1D"})
    void the_clock_does_not_go_back(String text) {
        assertThatThrownBy(() -> Advance.parse(text)).hasMessage("the clock only moves forward");
    }

    @ParameterizedTest
    @CsvSource({
        "P0D, must be more than nothing",
        "PT0S, must be more than nothing",
        "P401D, must be at most P400D at a time",
        "P400DT1S, must be at most P400D at a time",
        "P2Y, must be at most P400D at a time",
        "P999999999Y, must be at most P400D at a time",
        "PT2562047788015215H, must be at most P400D at a time",
    })
    void nothing_and_too_far_are_refused(String text, String reason) {
        assertThatThrownBy(() -> Advance.parse(text).from(NOW)).hasMessage(reason);
    }
}
