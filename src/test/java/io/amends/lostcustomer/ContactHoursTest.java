package io.amends.lostcustomer;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.clock.HouseHours.Span;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What records say about when to call somebody (L-7). */
class ContactHoursTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9-12 | 09:00-12:00",
                "09:00-12:00, 17:00-19:00 | 09:00-12:00 17:00-19:00",
                "17-19; 9-10 | 09:00-10:00 17:00-19:00",
                "9am-5pm | 09:00-17:00",
                "9-5 | 09:00-17:00",
                "5-8 pm | 17:00-20:00",
                "11:30 - 1 p.m. | 11:30-13:00",
                "9.30–12.15 | 09:30-12:15",
                "between 9 and 12 | 09:00-12:00",
                "from 10 to 12 and 14 to 16 | 10:00-12:00 14:00-16:00",
                "mornings | 08:00-12:00",
                "Afternoons, please | 13:00-18:00",
                "in the evening | 17:30-21:00",
                "Evenings and lunch time | 12:00-14:00 17:30-21:00",
                "after 18:00 | 18:00-21:00",
                "before 10 | 08:00-10:00",
                "from 17h onwards | 17:00-21:00",
                "any time | 07:00-22:00",
                "上午 | 08:00-12:00",
                "下午、晚上 | 13:00-18:00 17:30-21:00",
                "上午9点到11点半 | 09:00-11:30",
                "下午2点至4点 | 14:00-16:00",
                "晚上7点以后 | 19:00-21:00",
                "中午或傍晚 | 12:00-14:00 17:30-21:00",
                "工作日 18：00－20：00 | 18:00-20:00",
                "１０：００～１２：００ | 10:00-12:00",
            })
    void hours_are_read_as_they_are_written(String words, String hours) {
        assertThat(on(words, MONDAY)).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon-Fri 18:00-20:00 | 18:00-20:00 | 18:00-20:00 | ''",
                "weekdays 9-12 | 09:00-12:00 | 09:00-12:00 | ''",
                "Mondays and Thursdays 10-11 | 10:00-11:00 | '' | ''",
                "Mon, Tue 9-12; Sat 10-12 | 09:00-12:00 | 09:00-12:00 | 10:00-12:00",
                "Tues. 9-12, 14-16 | '' | 09:00-12:00 14:00-16:00 | ''",
                "weekends | '' | '' | 07:00-22:00",
                "Fri-Mon mornings | 08:00-12:00 | '' | 08:00-12:00",
                "周一至周五 下午 | 13:00-18:00 | 13:00-18:00 | ''",
                "星期二、星期六 9点-10点 | '' | 09:00-10:00 | 09:00-10:00",
                "周末全天 | '' | '' | 07:00-22:00",
            })
    void days_are_read_with_the_hours_that_follow_them(String words, String monday, String tuesday, String saturday) {
        assertThat(on(words, MONDAY)).isEqualTo(monday);
        assertThat(on(words, MONDAY.plusDays(1))).isEqualTo(tuesday);
        assertThat(on(words, MONDAY.plusDays(5))).isEqualTo(saturday);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not mornings",
                "when the children are asleep",
                "evenings, but never on Tuesdays",
                "9-",
                "25:00-26:00",
                "9:75-10:00",
                "2-4",
                "19-7",
                "only by SMS",
                "请勿在上午",
                "3",
                "999999999999-1",
                "<img src=x onerror=alert(1)>"
            })
    void what_cannot_be_read_whole_restricts_nothing_and_is_shown(String words) {
        ContactHours hours = ContactHours.of(words);
        assertThat(hours.known()).isFalse();
        assertThat(hours.unreadable()).isTrue();
        assertThat(hours.words()).isEqualTo(words);
        assertThat(hours.on(MONDAY)).isEmpty();
    }

    @Test
    void nothing_recorded_is_nothing_to_read() {
        assertThat(ContactHours.of(null).unreadable()).isFalse();
        assertThat(ContactHours.of("  ").words()).isNull();
    }

    private static String on(String words, LocalDate day) {
        return ContactHours.of(words).on(day).stream()
                .map(ContactHoursTest::told)
                .collect(Collectors.joining(" "));
    }

    private static String told(Span span) {
        return "%02d:%02d-%02d:%02d".formatted(span.from() / 60, span.from() % 60, span.to() / 60, span.to() % 60);
    }
}
