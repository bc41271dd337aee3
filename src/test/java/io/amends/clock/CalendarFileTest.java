package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class CalendarFileTest {

    private static final String GOOD = """
            zone: Europe/London
            working-hours:
              monday: 09:00-12:30, 13:30-17:30
              tuesday: 09:00-17:30
              wednesday: 09:00-17:30
              thursday: 09:00-17:30
              friday: 09:00-17:30
              saturday: closed
              sunday: closed
            holidays:
              2026-12-25: Christmas Day
            make-up-days:
              2026-12-26: 10:00-12:00
            """;

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026, 2027})
    void the_shipped_calendar_has_the_bank_holidays_of_england(int year) {
        BusinessCalendar calendar = Calendars.london();

        Set<LocalDate> off = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> date.getDayOfWeek().getValue() <= 5 && !works(calendar, date))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(off).containsExactlyElementsOf(bankHolidays(year));
    }

    @Test
    void spans_holidays_and_make_up_days_are_read() {
        BusinessCalendar calendar = Calendars.of(GOOD);

        assertThat(calendar.zone().getId()).isEqualTo("Europe/London");
        assertThat(calendar.nextWorkingMoment(java.time.Instant.parse("2026-12-21T13:00:00Z")))
                .isEqualTo("2026-12-21T13:30:00Z");
        assertThat(calendar.nextWorkingMoment(java.time.Instant.parse("2026-12-24T18:00:00Z")))
                .isEqualTo("2026-12-26T10:00:00Z");
    }

    @ParameterizedTest(name = "line {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            zone: Europe/London            | zone: Europe/Londres                  | 1  | 'Europe/Londres' is not a time zone
            zone: Europe/London            | zone:                                 | 1  | '' is not a time zone
            zone: Europe/London            | time: Europe/London                   | 1  | 'time' is not known here
            tuesday: 09:00-17:30           | tuesday: 09:00-25:00                  | 4  | '25:00' is not a time of day
            tuesday: 09:00-17:30           | tuesday: 9-17                         | 4  | '9-17' is not a span of time
            tuesday: 09:00-17:30           | tuesday: 17:30-09:00                  | 4  | ends before it begins
            tuesday: 09:00-17:30           | tuesday: 09:00-12:00, 11:00-15:00     | 4  | overlap
            tuesday: 09:00-17:30           | tuesday: 09:00-17:30,                 | 4  | '' is not a span of time
            tuesday: 09:00-17:30           | tuesday: [ 09:00-17:30 ]              | 4  | one line of text is expected
            tuesday: 09:00-17:30           | tuseday: 09:00-17:30                  | 4  | 'tuseday' is not a day of the week
            tuesday: 09:00-17:30           | monday: 09:00-17:30                   | 4  | 'monday' is there twice
            '  tuesday: 09:00-17:30'       | '  # none'                            | 2  | tuesday is missing
            2026-12-25: Christmas Day      | 25.12.2026: Christmas Day             | 11 | '25.12.2026' is not a date
            2026-12-25: Christmas Day      | 2026-02-30: Christmas Day             | 11 | '2026-02-30' is not a date
            2026-12-26: 10:00-12:00        | 2026-12-26: closed                    | 13 | a make-up day needs working hours
            2026-12-26: 10:00-12:00        | 2026-12-25: 10:00-12:00               | 13 | is a holiday and a make-up day at once
            2026-12-26: 10:00-12:00        | - 2026-12-25                          | 13 | must be a list of 'name: value' lines
            2026-12-25: Christmas Day      | "2026-12-25: *nobody"                 | 11 | this is not YAML
            """)
    void a_wrong_line_is_refused_with_its_number_and_the_reason(String good, String wrong, int line, String reason) {
        String file = GOOD.replace(good, wrong.replace("\"", ""));
        assertThat(file).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> Calendars.of(file))
                .isInstanceOf(CalendarRefused.class)
                .hasMessageContaining("calendar.yaml")
                .hasMessageContaining("in line " + line + ":")
                .hasMessageContaining(reason);
    }

    @Test
    void an_empty_file_and_a_week_off_are_refused() {
        assertThatThrownBy(() -> Calendars.of("# nothing")).hasMessageContaining("the file is empty");
        assertThatThrownBy(() -> Calendars.of(GOOD.replaceAll("day: \\d.*", "day: closed")))
                .hasMessageContaining("at least one day must have working hours");
    }

    @Test
    void the_refusal_is_told_without_a_stack_trace() {
        CalendarRefused refused = new CalendarRefused("calendar.yaml", 7, "'x' is not a date");

        FailureAnalysis analysis = new CalendarRefusedAnalyzer().analyze(new IllegalStateException(refused));

        assertThat(analysis.getDescription())
                .isEqualTo("The calendar calendar.yaml is wrong in line 7: 'x' is not a date.");
        assertThat(analysis.getAction()).contains("amends.calendar");
    }

    private static boolean works(BusinessCalendar calendar, LocalDate date) {
        java.time.Instant noon =
                date.atTime(LocalTime.NOON).atZone(calendar.zone()).toInstant();
        return calendar.nextWorkingMoment(noon).equals(noon);
    }

    private static Set<LocalDate> bankHolidays(int year) {
        LocalDate easter = easter(year);
        Set<LocalDate> days = new TreeSet<>(Set.of(
                easter.minusDays(2),
                easter.plusDays(1),
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)),
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY))));
        for (LocalDate date :
                new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 25), LocalDate.of(year, 12, 26)}) {
            LocalDate kept = date;
            while (kept.getDayOfWeek().getValue() > 5 || days.contains(kept)) {
                kept = kept.plusDays(1);
            }
            days.add(kept);
        }
        return days;
    }

    // the Gregorian computus of Meeus, Jones and Butcher
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
