package io.amends.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dates that may not have passed. */
class WhenTypeTest {

    private static final FormContext MORNING =
            new FormContext(Map.of(), Clock.fixed(Instant.parse("2026-12-02T08:18:00Z"), ZoneId.of("Europe/London")));

    @Test
    void a_day_has_passed_when_it_has_for_the_house() throws BadValue {
        WhenType day = new WhenType(WhenType.Part.DATE, true);
        assertThat(day.read("2026-12-02", MORNING)).isEqualTo("2026-12-02");
        assertThatThrownBy(() -> day.read("2026-12-01", MORNING)).hasMessage("must not have passed");
    }

    @Test
    void a_moment_of_any_zone_may_still_lie_ahead() throws BadValue {
        WhenType moment = new WhenType(WhenType.Part.DATE_TIME, true);
        assertThat(moment.read("2026-12-01T23:00-12:00", MORNING)).isEqualTo("2026-12-01T23:00-12:00");
        assertThatThrownBy(() -> moment.read("2026-11-30T23:00-12:00", MORNING)).hasMessage("must not have passed");
    }
}
