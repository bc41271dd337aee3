package io.amends.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryFunctionsTest {

    @ParameterizedTest
    @CsvSource({
        // zone, now, end of today
        "Europe/London, 2026-01-15T12:00:00Z, 2026-01-16T00:00:00Z",
        "Europe/London, 2026-07-01T22:59:59Z, 2026-07-01T23:00:00Z",
        "Europe/London, 2026-07-01T23:00:00Z, 2026-07-02T23:00:00Z",
        // a day of 23 hours and one of 25
        "Europe/London, 2026-03-29T00:30:00Z, 2026-03-29T23:00:00Z",
        "Europe/London, 2026-10-24T23:30:00Z, 2026-10-26T00:00:00Z",
        // a midnight that the change of the clocks leaves out
        "America/Santiago, 2026-09-06T01:00:00Z, 2026-09-06T04:00:00Z",
        "Asia/Shanghai, 2026-02-14T15:59:59Z, 2026-02-14T16:00:00Z",
        "Asia/Shanghai, 2026-02-14T16:00:00Z, 2026-02-15T16:00:00Z",
        // at the far end of the world it is tomorrow already
        "Pacific/Kiritimati, 2026-12-31T09:59:59Z, 2026-12-31T10:00:00Z"
    })
    void today_ends_at_midnight_where_the_house_is(String zone, Instant now, Instant end) {
        QueryFunctions functions = new QueryFunctions(Clock.fixed(now, ZoneId.of(zone)));

        assertThat(functions.find(QueryFunctions.END_OF_TODAY).orElseThrow().get())
                .isEqualTo(Date.from(end));
    }

    @Test
    void only_texts_that_are_known_have_a_value() {
        QueryFunctions functions = new QueryFunctions(Clock.systemUTC());

        assertThat(functions.knows(" ${justBeforeNow()} ")).isTrue();
        assertThat(functions.find("${dateTime()}")).isEmpty();
        assertThat(functions.findOwn(QueryFunctions.NOW))
                .as("the engine knows this one itself")
                .isEmpty();
    }
}
