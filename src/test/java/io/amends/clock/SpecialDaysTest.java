package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars as they are published, and what is wrong with others. */
class SpecialDaysTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void every_event_of_gov_uk_is_a_day_off() {
        assertThat(days("""
                BEGIN:VCALENDAR
                VERSION:2.0
                METHOD:PUBLISH
                PRODID:-//uk.gov/GOVUK calendars//EN
                CALSCALE:GREGORIAN
                BEGIN:VEVENT
                DTEND;VALUE=DATE:20260407
                DTSTART;VALUE=DATE:20260406
                SUMMARY:Easter Monday
                UID:ca6af7456b0088abad9a69f9f620f5ac-58@gov.uk
                SEQUENCE:0
                DTSTAMP:20260102T120000Z
                END:VEVENT
                BEGIN:VEVENT
                DTEND;VALUE=DATE:20260505
                DTSTART;VALUE=DATE:20260504
                SUMMARY:Early May bank holiday
                END:VEVENT
                END:VCALENDAR
                """)).containsExactly("2026-04-06 a day off", "2026-05-04 a day off");
    }

    @Test
    void apple_marks_both_kinds_and_lists_festivals_beside_them() {
        assertThat(days("""
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260214
                SUMMARY;LANGUAGE=zh_CN:春节（班）
                X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260215
                DTEND;VALUE=DATE:20260217
                SUMMARY;LANGUAGE=zh_CN:春节（休）
                X-APPLE-SPECIAL-DAY:WORK-HOLIDAY
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260204
                RRULE:FREQ=YEARLY;COUNT=6
                SUMMARY;LANGUAGE=zh_CN:立春
                END:VEVENT
                END:VCALENDAR
                """))
                .containsExactly("2026-02-14 a make-up day", "2026-02-15 a day off", "2026-02-16 a day off");
    }

    @Test
    void make_up_days_may_have_a_time_of_day_and_a_word_of_both_kinds() {
        assertThat(days("""
                BEGIN:VCALENDAR
                BEGIN:VTIMEZONE
                TZID:Asia/Shanghai
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0800
                TZOFFSETTO:+0800
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20240210
                DTEND;VALUE=DATE:20240210
                DESCRIPTION:二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）上班。
                SUMMARY:春节 假期 第1天/共8天
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20240204T090000
                DTEND:20240204T180000
                DESCRIPTION:二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）上班。
                STATUS:TENTATIVE
                SUMMARY:春节 补班 第1天/共2天
                BEGIN:VALARM
                TRIGGER:-PT60M
                ACTION:DISPLAY
                DTSTART:not of this event
                END:VALARM
                END:VEVENT
                BEGIN:VEVENT
                SUMMARY:上班(补春节假期)
                DTSTART;VALUE=DATE:20240218
                DTEND;VALUE=DATE:20240219
                END:VEVENT
                END:VCALENDAR
                """))
                .containsExactly("2024-02-04 a make-up day", "2024-02-10 a day off", "2024-02-18 a make-up day");
    }

    @Test
    void google_tells_public_holidays_from_observances() {
        assertThat(days("""
                BEGIN:VCALENDAR
                PRODID:-//Google Inc//Google Calendar 70.9054//EN
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260126
                DTEND;VALUE=DATE:20260127
                DESCRIPTION:Public holiday
                SUMMARY:Republic Day
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260214
                DTEND;VALUE=DATE:20260215
                DESCRIPTION:Observance\\nTo hide observances\\, go to Google Calendar Setting
                 s > Holidays in India
                SUMMARY:Valentine's Day
                END:VEVENT
                END:VCALENDAR
                """)).containsExactly("2026-01-26 a day off");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            春节 休                    | a day off
            春节（休）                 | a day off
            休｜国庆节                 | a day off
            春节假期                   | a day off
            国庆节放假                 | a day off
            元旦补休                   | a day off
            春节 假 2/9                | a day off
            Christmas Day              | a day off
            Labour Day / Workers' Day  | a day off
            春节 班                    | a make-up day
            春节（班）                 | a make-up day
            班｜国庆节                 | a make-up day
            春节 补 1/2                | a make-up day
            国庆节补班                 | a make-up day
            国庆节调休上班             | a make-up day
            上班(补元旦假期)           | a make-up day
            工作日                     | a make-up day
            Special Working Day        | a make-up day
            Make-up day for Labour Day | a make-up day
            """)
    void a_word_in_the_summary_tells_the_kind(String summary, String kind) {
        assertThat(days(calendar("SUMMARY:" + summary))).containsExactly("2026-10-01 " + kind);
    }

    @ParameterizedTest
    @CsvSource({"班, a make-up day", "休, a day off", "'Holidays,China', a day off", "Workday, a make-up day"})
    void so_does_a_category(String category, String kind) {
        assertThat(days(calendar("SUMMARY:国庆节", "CATEGORIES:" + category))).containsExactly("2026-10-01 " + kind);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART;VALUE=DATE:20261001                                                        | 1
            DTSTART:20261001                                                                   | 1
            DTSTART;VALUE=DATE:20261001!DTEND;VALUE=DATE:20261001                              | 1
            DTSTART;VALUE=DATE:20261001!DTEND;VALUE=DATE:20261002                              | 1
            DTSTART;VALUE=DATE:20261001!DTEND;VALUE=DATE:20261008                              | 7
            DTSTART;VALUE=DATE:20261001!DURATION:P1D                                           | 1
            DTSTART;VALUE=DATE:20261001!DURATION:P1W                                           | 7
            DTSTART:20261001T000000!DTEND:20261003T000000                                      | 2
            DTSTART;TZID=Asia/Shanghai:20261001T000000!DTEND;TZID=Asia/Shanghai:20261003T000000 | 2
            DTSTART:20260930T160000Z!DTEND:20261002T160000Z                                    | 2
            DTSTART;TZID="Asia/Tokyo":20261001T010000!DURATION:PT48H                            | 2
            dtstart;value=date:20261001                                                        | 1
            """)
    void a_day_off_is_made_of_whole_days_of_the_house(String lines, int days) {
        assertThat(days(calendar((lines + "!SUMMARY:国庆节").split("!"))))
                .hasSize(days)
                .startsWith("2026-10-01 a day off");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "DTSTART:20261001T090000!DTEND:20261001T180000",
                "DTSTART:20261001T090000",
                "DTSTART:20261001T010000Z!DURATION:PT9H",
                "DTSTART;TZID=Asia/Shanghai:20261001T090000!DTEND;TZID=Asia/Shanghai:20261002T000000"
            })
    void a_make_up_day_may_have_a_time_of_day(String lines) {
        assertThat(days(calendar((lines + "!SUMMARY:国庆节 班").split("!")))).containsExactly("2026-10-01 a make-up day");
    }

    @Test
    void what_is_cancelled_does_not_count() {
        assertThat(days(calendar("SUMMARY:国庆节 班", "STATUS:CANCELLED")
                        .replace(
                                "END:VCALENDAR",
                                "BEGIN:VEVENT\nDTSTART:20261002\nSUMMARY:国庆节 休\nEND:VEVENT\nEND:VCALENDAR")))
                .containsExactly("2026-10-02 a day off");
    }

    @Test
    void lines_may_be_folded_anywhere_even_within_a_character() {
        String calendar = calendar("SUMMARY:国庆节（班）").replace("\n", "\r\n");
        byte[] plain = calendar.getBytes(StandardCharsets.UTF_8);
        for (int at = calendar.indexOf("SUMMARY") + 1; plain[at] != '\r'; at++) {
            ByteArrayOutputStream folded = new ByteArrayOutputStream();
            folded.write(plain, 0, at);
            folded.writeBytes("\r\n ".getBytes(StandardCharsets.UTF_8));
            folded.write(plain, at, plain.length - at);

            assertThat(words(folded.toByteArray()))
                    .as("folded at byte %d", at)
                    .containsExactly("2026-10-01 a make-up day");
        }
    }

    @Test
    void the_name_is_the_summary_without_escapes() {
        assertThat(SpecialDays.read(
                        "x.ics", bytes(calendar("SUMMARY:National Day\\, Mid-Autumn\\; both\\nof them")), SHANGHAI))
                .extracting(SpecialDay::name)
                .containsExactly("National Day, Mid-Autumn; both of them");
    }

    @Test
    void a_byte_order_mark_and_an_empty_line_at_the_end_do_no_harm() {
        assertThat(days("\uFEFF" + calendar("SUMMARY:国庆节") + "\r\n\r\n")).hasSize(1);
    }

    @Test
    void a_day_that_two_events_call_off_is_off() {
        assertThat(days(calendar("SUMMARY:国庆节 休")
                        .replace(
                                "END:VCALENDAR",
                                "BEGIN:VEVENT\nDTSTART:20261001\nSUMMARY:中秋节 休\nEND:VEVENT\nEND:VCALENDAR")))
                .containsExactly("2026-10-01 a day off");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART:2026-10-01!SUMMARY:A                               | 3 | 'A': '2026-10-01' is not a date, such as '20261225'
            DTSTART:20260230!SUMMARY:A                                 | 3 | 'A': '20260230' is not a date
            DTSTART;TZID=China Standard Time:20261001T000000!SUMMARY:A | 3 | '20261001T000000' in 'China Standard Time' is not a date
            SUMMARY:A                                                  | 2 | 'A': it has no DTSTART, so it is on no day
            DTSTART:20261001!DTEND:20260901!SUMMARY:A                  | 3 | 'A': it ends before it begins
            DTSTART:20261001!DTEND:20271001!SUMMARY:A                  | 3 | 'A': it lasts 365 days; more than 31 look like a mistake
            DTSTART:20261001!DTEND:20261001T180000!SUMMARY:A           | 4 | one of DTSTART and DTEND is a date, the other a time
            DTSTART:20261001!DURATION:1 day!SUMMARY:A                  | 4 | '1 day' is not a length of time, such as 'P3D'
            DTSTART:20261001!DURATION:PT12H!SUMMARY:A                  | 3 | 'A': it is not made of whole days; write dates without a time
            DTSTART:20261001T090000!SUMMARY:A                          | 3 | 'A': it is not made of whole days
            DTSTART:20261001T090000!DTEND:20261002T180000!SUMMARY:班   | 3 | '班': it is not made of whole days
            DTSTART:20261001!RRULE:FREQ=YEARLY!SUMMARY:A               | 4 | 'A': it repeats (RRULE); list each day by its date
            DTSTART:20261001!SUMMARY:国庆节 调休                       | 2 | '国庆节 调休' may mean a day off or a make-up day; write 休 or 班
            DTSTART:20261001!SUMMARY                                   | 4 | a line of an .ics file is 'NAME:value'
            """)
    void a_wrong_event_is_refused_with_its_line(String lines, int line, String reason) {
        assertRefused(
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + lines.replace('!', '\n') + "\nEND:VEVENT\nEND:VCALENDAR\n",
                line,
                reason);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                     | 1 | this is no calendar; an .ics file begins with BEGIN:VCALENDAR
            date: 2026-10-01                                       | 1 | this is no calendar
            <html>                                                 | 1 | a line of an .ics file is 'NAME:value'
            BEGIN:VEVENT                                           | 1 | 'BEGIN:VEVENT' is out of place
            BEGIN:VCALENDAR!BEGIN:VCALENDAR                        | 2 | 'BEGIN:VCALENDAR' is out of place
            BEGIN:VCALENDAR!END:VEVENT                             | 2 | nothing that ends here has begun
            BEGIN:VCALENDAR!BEGIN:VEVENT!DTSTART:20261001          | 3 | the file breaks off; 'END:VEVENT' is missing
            BEGIN:VCALENDAR!BEGIN:VEVENT!DTSTART:20261001!END:VCALENDAR | 4 | 'END:VEVENT' is missing before this line
            BEGIN:VCALENDAR!END:VCALENDAR                          | 1 | it lists no day off and no make-up day
            """)
    void what_is_no_whole_calendar_is_refused(String lines, int line, String reason) {
        assertRefused(lines.replace('!', '\n'), line, reason);
    }

    @Test
    void a_day_that_is_off_and_worked_is_refused() {
        assertRefused(
                calendar("SUMMARY:中秋节 休")
                        .replace(
                                "END:VCALENDAR",
                                "BEGIN:VEVENT\nDTSTART:20261001\nSUMMARY:国庆节 班\nEND:VEVENT\nEND:VCALENDAR"),
                6,
                "2026-10-01 is a make-up day here ('国庆节 班') and a day off in line 2 ('中秋节 休')");
    }

    @Test
    void an_event_without_a_word_is_refused_where_others_have_one() {
        assertRefused(
                calendar("SUMMARY:国庆节 休")
                        .replace(
                                "END:VCALENDAR",
                                "BEGIN:VEVENT\nDTSTART:20260204\nSUMMARY:立春\nEND:VEVENT\nEND:VCALENDAR"),
                6,
                "'立春' says neither 休 nor 班, as others here do; mark it, or take it out");
    }

    @Test
    void what_is_no_text_or_too_much_of_it_is_refused() {
        assertThatThrownBy(() -> words(calendar("SUMMARY:国庆节").getBytes(StandardCharsets.UTF_16BE)))
                .hasMessageContaining("this is not text in UTF-8");
        assertThatThrownBy(() -> words(new byte[] {'B', '\n', '\n', (byte) 0xFF}))
                .hasMessage("The calendar x.ics is wrong in line 3: this is not text in UTF-8.");
        assertThatThrownBy(() -> words(new byte[250_001]))
                .hasMessage(
                        "The calendar x.ics is wrong in line 1: it has 250001 bytes; more than 250000 are not read.");
    }

    @Test
    void a_calendar_of_many_years_is_read() {
        String events = IntStream.rangeClosed(1, 2000)
                .mapToObj(day -> "BEGIN:VEVENT\nDTSTART:"
                        + LocalDate.of(2020, 1, 1).plusDays(day).toString().replace("-", "")
                        + "\nSUMMARY:休\nEND:VEVENT\n")
                .reduce("", String::concat);

        assertThat(days("BEGIN:VCALENDAR\n" + events + "END:VCALENDAR\n")).hasSize(2000);
    }

    private static String calendar(String... lines) {
        boolean dated = lines[0].toUpperCase(Locale.ROOT).startsWith("DTSTART");
        return "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + (dated ? "" : "DTSTART;VALUE=DATE:20261001\n")
                + String.join("\n", lines) + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    private static void assertRefused(String calendar, int line, String reason) {
        assertThatThrownBy(() -> days(calendar))
                .isInstanceOf(CalendarRefused.class)
                .hasMessageStartingWith("The calendar x.ics is wrong in line " + line + ":")
                .hasMessageContaining(reason);
    }

    private static List<String> days(String calendar) {
        return words(bytes(calendar));
    }

    private static List<String> words(byte[] calendar) {
        return SpecialDays.read("x.ics", calendar, SHANGHAI).stream()
                .map(day -> day.date() + " " + day.kind())
                .toList();
    }

    private static byte[] bytes(String calendar) {
        return calendar.getBytes(StandardCharsets.UTF_8);
    }
}
