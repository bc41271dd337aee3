package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.io.FileSystemResource;

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

    private static final String WEEK = """
            zone: Asia/Shanghai
            working-hours:
              monday: 09:00-17:30
              tuesday: 09:00-17:30
              wednesday: 09:00-17:30
              thursday: 09:00-17:30
              friday: 09:00-17:30
              saturday: closed
              sunday: closed
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026, 2027})
    void the_shipped_calendar_has_the_bank_holidays_of_england(int year) {
        BusinessCalendar calendar = Calendars.london();

        assertThat(weekdaysOff(calendar, year))
                .containsExactlyElementsOf(
                        bankHolidays(year).stream().map(LocalDate::toString).toList());
    }

    @Test
    void spans_holidays_and_make_up_days_are_read() {
        BusinessCalendar calendar = Calendars.of(GOOD);

        assertThat(calendar.zone().getId()).isEqualTo("Europe/London");
        assertThat(calendar.nextWorkingMoment(Instant.parse("2026-12-21T13:00:00Z")))
                .isEqualTo("2026-12-21T13:30:00Z");
        assertThat(calendar.nextWorkingMoment(Instant.parse("2026-12-24T18:00:00Z")))
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
            2026-12-25: Christmas Day      | 2206-12-25: Christmas Day             | 11 | 2206-12-25 is not in this century
            '  2026-12-25: Christmas Day'  | '  2026-12-25: Once!  2026-12-25: Twice' | 12 | '2026-12-25' is there twice
            2026-12-26: 10:00-12:00        | 2026-12-26: closed                    | 13 | a make-up day needs working hours
            2026-12-26: 10:00-12:00        | 2026-12-25: 10:00-12:00               | 13 | 2026-12-25 is a make-up day here and a day off in line 11 of calendar.yaml
            2026-12-26: 10:00-12:00        | - 2026-12-25                          | 13 | must be a list of 'name: value' lines
            2026-12-25: Christmas Day      | "2026-12-25: *nobody"                 | 11 | this is not YAML
            """)
    void a_wrong_line_is_refused_with_its_number_and_the_reason(String good, String wrong, int line, String reason) {
        String file = GOOD.replace(good, wrong.replace("\"", "").replace('!', '\n'));
        assertThat(file).isNotEqualTo(GOOD);

        assertThatThrownBy(() -> Calendars.of(file))
                .isInstanceOf(CalendarRefused.class)
                .hasMessageContaining("calendar.yaml")
                .hasMessageContaining("in line " + line + ":")
                .hasMessageContaining(reason);
    }

    @Test
    void the_shipped_calendar_of_china_has_the_days_of_the_notices() {
        BusinessCalendar calendar = Calendars.china();

        assertThat(calendar.zone().getId()).isEqualTo("Asia/Shanghai");
        assertThat(weekdaysOff(calendar, 2025))
                .containsExactly(
                        "2025-01-01",
                        "2025-01-28",
                        "2025-01-29",
                        "2025-01-30",
                        "2025-01-31",
                        "2025-02-03",
                        "2025-02-04",
                        "2025-04-04",
                        "2025-05-01",
                        "2025-05-02",
                        "2025-05-05",
                        "2025-06-02",
                        "2025-10-01",
                        "2025-10-02",
                        "2025-10-03",
                        "2025-10-06",
                        "2025-10-07",
                        "2025-10-08");
        assertThat(weekendsWorked(calendar, 2025))
                .containsExactly("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11");
        assertThat(weekdaysOff(calendar, 2026))
                .containsExactly(
                        "2026-01-01",
                        "2026-01-02",
                        "2026-02-16",
                        "2026-02-17",
                        "2026-02-18",
                        "2026-02-19",
                        "2026-02-20",
                        "2026-02-23",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-04",
                        "2026-05-05",
                        "2026-06-19",
                        "2026-09-25",
                        "2026-10-01",
                        "2026-10-02",
                        "2026-10-05",
                        "2026-10-06",
                        "2026-10-07");
        assertThat(weekendsWorked(calendar, 2026))
                .containsExactly("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
    }

    @Test
    void of_2027_china_has_its_statutory_days_and_says_that_the_year_is_not_complete() {
        BusinessCalendar calendar = Calendars.china();

        assertThat(weekdaysOff(calendar, 2027))
                .containsExactly(
                        "2027-01-01",
                        "2027-02-05",
                        "2027-02-08",
                        "2027-04-05",
                        "2027-06-09",
                        "2027-09-15",
                        "2027-10-01");
        assertThat(weekendsWorked(calendar, 2027)).isEmpty();
        assertThat(calendar.lastListedYear()).contains(Year.of(2026));
        assertThat(Calendars.london().lastListedYear()).contains(Year.of(2027));
    }

    @Test
    void an_ics_file_stands_for_both_lists() {
        BusinessCalendar calendar = read(WEEK + """
                special-days: china.ics
                make-up-hours: 10:00-12:00
                """);

        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(calendar.nextWorkingMoment(Instant.parse("2026-10-10T00:00:00Z")))
                .isEqualTo("2026-10-10T02:00:00Z");
        assertThat(calendar.lastListedYear()).contains(Year.of(2026));
    }

    @Test
    void several_files_and_the_houses_own_lists_go_together() {
        BusinessCalendar calendar = read(WEEK + """
                special-days: [ china.ics, house.ics ]
                make-up-hours: 10:00-12:00
                holidays:
                  2026-10-01: the same day once more
                  2026-10-08: a day that the house adds
                make-up-days:
                  2026-10-10: 13:00-15:00
                """);

        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 8))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 6, 1))).isFalse();
        assertThat(calendar.nextWorkingMoment(Instant.parse("2026-10-10T00:00:00Z")))
                .as("hours of its own go before those of all make-up days")
                .isEqualTo("2026-10-10T05:00:00Z");
        assertThat(calendar.lastListedYear()).contains(Year.of(2027));
    }

    @ParameterizedTest(name = "{0}, line {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            calendar.yaml | special-days: nowhere.ics | 10 | 'nowhere.ics' cannot be read; it is looked for beside this file
            calendar.yaml | special-days: china.ics | 10 | 'make-up-hours' is missing, the hours of make-up days such as 2026-10-10 in line 6 of china.ics
            calendar.yaml | special-days: china.ics!make-up-hours: closed | 11 | a make-up day needs working hours
            calendar.yaml | special-days: {} | 10 | one line of text is expected here
            broken.ics | special-days: broken.ics | 2 | the file breaks off
            china.ics | special-days: china.ics!make-up-days:!  2026-10-01: 09:00-12:00!make-up-hours: 09:00-12:00 | 2 | 2026-10-01 is a day off here and a make-up day in line 12 of calendar.yaml
            china.ics | special-days: china.ics!holidays:!  2026-10-10: off!make-up-hours: 09:00-12:00 | 6 | 2026-10-10 is a make-up day here and a day off in line 12 of calendar.yaml
            calendar.yaml | special-days: house.ics!listed-until: 2028 | 11 | no day of 2028 is listed
            calendar.yaml | special-days: house.ics!listed-until: soon | 11 | 'soon' is not a year
            """)
    void a_wrong_ics_file_is_refused_with_its_name(String file, String yaml, int line, String reason) {
        assertThatThrownBy(() -> read(WEEK + yaml.replace('!', '\n')))
                .isInstanceOf(CalendarRefused.class)
                .hasMessageContaining("The calendar " + file + " is wrong in line " + line + ":")
                .hasMessageContaining(reason);
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThatThrownBy(
                        () -> CalendarFile.read("nowhere.yaml", new FileSystemResource(folder.resolve("nowhere.yaml"))))
                .isInstanceOf(CalendarRefused.class)
                .hasMessageContaining("The calendar nowhere.yaml cannot be read");
    }

    @Test
    void a_house_without_special_days_has_no_last_year() {
        assertThat(Calendars.aroundTheClock().lastListedYear()).isEmpty();
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

    private BusinessCalendar read(String yaml) {
        write("calendar.yaml", yaml);
        write("china.ics", """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261001
                SUMMARY:国庆节 休
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261010
                SUMMARY:国庆节 班
                END:VEVENT
                END:VCALENDAR
                """);
        write("house.ics", """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20270601
                SUMMARY:The house's birthday
                END:VEVENT
                END:VCALENDAR
                """);
        write("broken.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n");
        return CalendarFile.read("calendar.yaml", new FileSystemResource(folder.resolve("calendar.yaml")));
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> weekdaysOff(BusinessCalendar calendar, int year) {
        return days(year)
                .filter(date -> date.getDayOfWeek().getValue() <= 5 && !calendar.isWorkingDay(date))
                .map(LocalDate::toString)
                .toList();
    }

    private static List<String> weekendsWorked(BusinessCalendar calendar, int year) {
        return days(year)
                .filter(date -> date.getDayOfWeek().getValue() > 5 && calendar.isWorkingDay(date))
                .map(LocalDate::toString)
                .toList();
    }

    private static Stream<LocalDate> days(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
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
