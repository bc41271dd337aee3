package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClocksTest {

    private final BusinessCalendar calendar = Calendars.london();
    private final ClockTable table = mock();
    private final Clocks clocks = new Clocks(new HouseClock(calendar.zone()), calendar, table);

    @BeforeEach
    void fridayAfternoon() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-27T16:00:00Z")));
    }

    @AfterEach
    void realTime() {
        ClockUtil.reset();
    }

    @Test
    void due_dates_of_a_case_come_from_its_clocks() {
        Instant due = Instant.parse("2026-04-01T10:00:00Z");
        Instant start = Instant.parse("2026-03-30T10:00:00Z");
        when(table.find("CMP-2026-000001", "resolve"))
                .thenReturn(Optional.of(ClockRows.running("resolve", start, due)));

        assertThat(clocks.due("CMP-2026-000001", "resolve")).isEqualTo(Date.from(due));
        assertThatThrownBy(() -> clocks.due("CMP-2026-000001", "acknowledge"))
                .hasMessage("The case CMP-2026-000001 has no clock 'acknowledge'");
        assertThatThrownBy(() -> clocks.due(null, "resolve")).hasMessage("No due date without the case number");
        assertThatThrownBy(() -> clocks.due("CMP-2026-000001", null))
                .hasMessage("No due date without the name of the clock");
    }

    @Test
    void days_count_from_now() {
        assertThat(clocks.businessDays(1)).isEqualTo("2026-03-30T15:00:00Z");
        assertThat(clocks.businessDays(0)).isEqualTo("2026-03-27T16:00:00Z");
        assertThat(clocks.days(1)).isEqualTo("2026-03-28T16:00:00Z");
        assertThatThrownBy(() -> clocks.days(-1)).hasMessageContaining("lies ahead");
    }

    @Test
    void minutes_count_around_the_clock() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-27T23:50:00Z")));
        assertThat(clocks.minutes(15)).isEqualTo("2026-03-28T00:05:00Z");
        assertThat(clocks.minutes(0)).isEqualTo("2026-03-27T23:50:00Z");
        assertThatThrownBy(() -> clocks.minutes(-1)).hasMessage("A due date lies ahead, not -1 minutes");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04, 2026-03-04T17:30:00Z",
        "2026-04-03, 2026-04-07T08:00:00Z",
        "2026-03-04T10:00Z, 2026-03-04T10:00:00Z",
        "2026-03-04T10:00:00.000Z, 2026-03-04T10:00:00Z",
        "2026-07-04T10:00+02:00, 2026-07-04T08:00:00Z",
        "2026-07-04T10:00-05:00, 2026-07-04T15:00:00Z",
        "2026-07-04T10:00, 2026-07-04T09:00:00Z",
    })
    void a_date_lasts_until_work_ends_and_a_moment_is_a_moment(String text, Instant expected) {
        assertThat(clocks.date(text)).isEqualTo(Date.from(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "2026-02-30",
                "04.03.2026",
                "2026-03-04T",
                "",
                "T-",
                "2026-03-04T10:00Z[Europe/London]"
            })
    void what_is_not_a_date_is_refused_by_name(String text) {
        assertThatThrownBy(() -> clocks.date(text)).hasMessageContaining("'" + text + "' is not a date");
    }

    @Test
    void a_missing_date_is_refused() {
        assertThatThrownBy(() -> clocks.date(null)).hasMessage("No due date without the date");
    }
}
