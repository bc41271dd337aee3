package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines that were computed by hand. */
class BusinessCalendarDeadlinesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest(name = "C-1 {1} {2} from {0} end at {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-02T10:00 |  1 | BUSINESS_HOURS | 2026-03-02T11:00 | within a day
            2026-03-02T16:30 |  1 | BUSINESS_HOURS | 2026-03-02T17:30 | closing time is still in time
            2026-03-02T17:30 |  1 | BUSINESS_HOURS | 2026-03-03T10:00 | a start at closing time counts from the opening
            2026-03-02T09:00 |  9 | BUSINESS_HOURS | 2026-03-03T09:30 | more than a day of eight and a half hours
            2026-03-03T14:00 |  4 | BUSINESS_HOURS | 2026-03-04T09:30 | over night
            2026-03-06T17:00 |  1 | BUSINESS_HOURS | 2026-03-09T09:30 | over a weekend
            2026-03-07T12:00 |  1 | BUSINESS_HOURS | 2026-03-09T10:00 | a start on Saturday
            2026-04-02T17:00 |  2 | BUSINESS_HOURS | 2026-04-07T10:30 | over Easter
            2025-12-31T16:30 |  2 | BUSINESS_HOURS | 2026-01-02T10:00 | over New Year
            2026-03-02T10:15 |  1 | BUSINESS_DAYS  | 2026-03-03T10:15 | the next day, not 24 hours of work
            2026-03-02T07:00 |  1 | BUSINESS_DAYS  | 2026-03-03T09:00 | a start before opening
            2026-03-06T16:00 |  1 | BUSINESS_DAYS  | 2026-03-09T16:00 | over a weekend
            2026-03-07T12:00 |  1 | BUSINESS_DAYS  | 2026-03-10T09:00 | a start on Saturday
            2026-03-04T18:00 |  2 | BUSINESS_DAYS  | 2026-03-09T09:00 | a start after closing
            2026-04-02T15:00 |  1 | BUSINESS_DAYS  | 2026-04-07T15:00 | over Easter
            2026-12-23T11:00 |  3 | BUSINESS_DAYS  | 2026-12-30T11:00 | Boxing Day moved to Monday
            2027-12-24T11:00 |  1 | BUSINESS_DAYS  | 2027-12-29T11:00 | both days of Christmas moved
            2026-05-01T09:00 | 10 | BUSINESS_DAYS  | 2026-05-18T09:00 | over the early May bank holiday
            2026-03-23T12:00 | 20 | BUSINESS_DAYS  | 2026-04-22T12:00 | the outer bound for an answer
            2026-03-27T16:00 |  1 | BUSINESS_DAYS  | 2026-03-30T16:00 | the clocks go forward, the time of day stays
            2026-10-23T16:00 |  1 | BUSINESS_DAYS  | 2026-10-26T16:00 | the clocks go back, the time of day stays
            2013-07-29T12:00 |  5 | BUSINESS_DAYS  | 2013-08-05T12:00 | long before the first holiday of the file
            2026-03-28T12:00 | 24 | HOURS          | 2026-03-29T13:00 | wall time, over the lost hour
            2026-03-07T03:00 |  2 | HOURS          | 2026-03-07T05:00 | wall time knows no weekend
            2026-03-20T10:00 | 15 | DAYS           | 2026-04-04T10:00 | the regulator's calendar days
            2026-10-01T09:00 | 56 | DAYS           | 2026-11-26T09:00 | eight weeks, over the gained hour
            """)
    void london(
            LocalDateTime start,
            int amount,
            Budget.Unit unit,
            LocalDateTime due,
            @SuppressWarnings("unused") String why) {
        assertThat(Calendars.london().due(start.atZone(LONDON).toInstant(), new Budget(amount, unit)))
                .isEqualTo(due.atZone(LONDON).toInstant());
    }

    @ParameterizedTest(name = "C-1 {1} {2} from {0} end at {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-02T11:30 |  1 | BUSINESS_HOURS | 2026-03-02T14:00 | over lunch
            2026-03-02T11:00 |  1 | BUSINESS_HOURS | 2026-03-02T12:00 | due when lunch begins
            2026-03-02T12:30 |  1 | BUSINESS_DAYS  | 2026-03-03T13:30 | a start at lunch counts from its end
            2026-02-13T17:00 |  2 | BUSINESS_HOURS | 2026-02-14T10:00 | a Saturday that is worked
            2026-02-13T10:00 |  1 | BUSINESS_DAYS  | 2026-02-14T10:00 | a Saturday is the next working day
            2026-02-13T15:00 |  1 | BUSINESS_DAYS  | 2026-02-24T09:00 | that Saturday does not work at three
            2026-02-14T11:00 |  2 | BUSINESS_HOURS | 2026-02-24T10:00 | over the Spring Festival
            """)
    void shanghai(
            LocalDateTime start,
            int amount,
            Budget.Unit unit,
            LocalDateTime due,
            @SuppressWarnings("unused") String why) {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        assertThat(Calendars.shanghai().due(start.atZone(zone).toInstant(), new Budget(amount, unit)))
                .isEqualTo(due.atZone(zone).toInstant());
    }

    @Test
    void hours_that_the_clock_change_skips_or_repeats_are_counted_as_they_pass() {
        BusinessCalendar calendar = Calendars.aroundTheClock();

        assertThat(calendar.businessHours(london("2026-03-29T00:30"), 3)).isEqualTo(london("2026-03-29T04:30"));
        assertThat(calendar.businessHours(london("2026-10-25T00:30"), 3)).isEqualTo(london("2026-10-25T02:30"));
    }

    @Test
    void a_time_of_day_that_does_not_exist_becomes_the_moment_of_the_change() {
        assertThat(Calendars.aroundTheClock().businessDays(london("2026-03-28T01:30"), 1))
                .isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void a_span_inside_the_skipped_hour_has_no_time() {
        BusinessCalendar calendar = Calendars.nights();

        // 00:30 to 00:45 is a quarter; 01:15 to 01:45 does not exist; the rest is counted from 02:00
        assertThat(calendar.businessHours(london("2026-03-29T00:30"), 1)).isEqualTo(london("2026-03-29T02:45"));
    }

    @Test
    void a_date_is_over_when_work_ends_and_a_day_off_at_the_next_opening() {
        assertThat(Calendars.london().endOfWork(LocalDate.of(2026, 3, 4))).isEqualTo(london("2026-03-04T17:30"));
        assertThat(Calendars.london().endOfWork(LocalDate.of(2026, 3, 7))).isEqualTo(london("2026-03-09T09:00"));
        assertThat(Calendars.shanghai().endOfWork(LocalDate.of(2026, 2, 14))).isEqualTo("2026-02-14T04:00:00Z");
    }

    @Test
    void what_is_promised_for_a_day_off_is_warned_of_no_later_than_it_is_due() {
        Instant saturday = london("2026-03-07T10:00");
        Instant due = london("2026-03-07T12:00");

        assertThat(Calendars.london().threshold(saturday, due, 75, false, List.of()))
                .isEqualTo(due);
        assertThat(Calendars.london().threshold(saturday, due, 150, false, List.of()))
                .isEqualTo(due);
    }

    @Test
    void a_part_of_a_millisecond_is_waited_for() {
        Instant start = london("2026-03-02T10:00");

        assertThat(Calendars.london().threshold(start, start.plusMillis(5), 50, false, List.of()))
                .isEqualTo(start.plusMillis(3));
    }

    @Test
    void a_threshold_before_the_start_and_a_pause_that_ends_before_it_begins_are_refused() {
        Instant start = london("2026-03-02T10:00");

        assertThatThrownBy(() -> Calendars.london().threshold(start, start.plusSeconds(60), -1, false, List.of()))
                .hasMessage("A threshold lies after the start, not at -1 percent");
        assertThatThrownBy(() -> new Pause(start, start.minusSeconds(1)))
                .hasMessage("A pause from 2026-03-02T10:00:00Z cannot end before that, at 2026-03-02T09:59:59Z");
    }

    private static Instant london(String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), LONDON).toInstant();
    }
}
