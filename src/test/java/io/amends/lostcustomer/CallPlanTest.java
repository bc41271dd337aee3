package io.amends.lostcustomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.clock.HouseHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When somebody who was not reached is called again (L-8). Monday is 2 March 2026; the house works 9:00 to 17:30. */
class CallPlanTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate THURSDAY_OFF = MONDAY.plusDays(3);

    private static final HouseHours HOUSE = new HouseHours() {
        @Override
        public ZoneId zone() {
            return ZONE;
        }

        @Override
        public List<Span> on(LocalDate day) {
            boolean off = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek())
                    || day.equals(THURSDAY_OFF);
            return off ? List.of() : List.of(new Span(9 * 60, 12 * 60 + 30), new Span(13 * 60 + 30, 17 * 60 + 30));
        }
    };

    @Test
    void who_was_not_reached_in_the_morning_is_called_around_noon_and_then_in_the_afternoon() {
        assertThat(next(null, "2026-03-02T09:40")).isEqualTo("2026-03-02T11:40");
        assertThat(next(null, "2026-03-02T09:40", "2026-03-02T11:45")).isEqualTo("2026-03-02T15:00");
    }

    @Test
    void who_was_not_reached_at_the_end_of_the_day_is_called_the_next_morning() {
        assertThat(next(null, "2026-03-02T17:00")).isEqualTo("2026-03-03T09:00");
    }

    @Test
    void nobody_is_called_on_a_day_off() {
        assertThat(next(null, "2026-03-04T16:00")).as("a holiday").isEqualTo("2026-03-06T09:00");
        assertThat(next(null, "2026-03-06T16:00")).as("a weekend").isEqualTo("2026-03-09T09:00");
        assertThat(next("weekends", "2026-03-02T16:00"))
                .as("who can be called on days off only is called in the hours of the house")
                .isEqualTo("2026-03-03T09:00");
    }

    @Test
    void their_hours_and_ours_meet() {
        assertThat(next("16-20", "2026-03-02T16:10")).isEqualTo("2026-03-03T16:30");
        assertThat(next("Wed 14-19", "2026-03-02T16:10")).isEqualTo("2026-03-04T14:00");
    }

    @Test
    void whose_hours_lie_outside_ours_is_called_in_theirs() {
        assertThat(next("Mon-Fri 18:00-20:00", "2026-03-02T18:05")).isEqualTo("2026-03-03T18:40");
        assertThat(next("Mon-Fri 18:00-20:00", "2026-03-02T18:05", "2026-03-03T18:45"))
                .isEqualTo("2026-03-04T19:20");
        assertThat(next("evenings", "2026-03-02T10:00"))
                .as("called too early, at first")
                .isEqualTo("2026-03-02T18:40");
    }

    @Test
    void words_that_nobody_can_read_restrict_nothing() {
        assertThat(next("ask my wife", "2026-03-02T09:40")).isEqualTo("2026-03-02T11:40");
    }

    @Test
    void there_is_no_fourth_time_of_day() {
        assertThatThrownBy(() -> next(null, "2026-03-02T09:40", "2026-03-02T12:00", "2026-03-02T16:00"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no other time of day");
    }

    @Test
    void a_day_that_they_named_is_kept_in_their_hours() {
        CallPlan plan = new CallPlan(HOUSE, ContactHours.of("afternoons"));
        Instant now = moment("2026-03-02T10:00");
        assertThat(plan.on(MONDAY.plusDays(2), now)).isEqualTo(moment("2026-03-04T13:30"));
        assertThat(plan.on(MONDAY.plusDays(5), now)).as("a Saturday").isEqualTo(moment("2026-03-09T13:30"));
        assertThat(plan.on(MONDAY, now)).isEqualTo(moment("2026-03-02T13:30"));
    }

    @Test
    void whether_a_call_fits_now_is_told() {
        CallPlan plan = new CallPlan(HOUSE, ContactHours.of("10-12"));
        assertThat(plan.fits(moment("2026-03-02T10:00"))).isTrue();
        assertThat(plan.fits(moment("2026-03-02T12:00"))).isFalse();
        assertThat(plan.fits(moment("2026-03-05T11:00"))).as("a day off").isFalse();
    }

    @Test
    void when_the_clocks_change_the_hours_of_the_day_stay() {
        assertThat(next(null, "2026-03-27T17:00")).isEqualTo("2026-03-30T09:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9-12",
                "9-10",
                "12:00-12:15",
                "evenings",
                "Mon-Fri 18:00-20:00",
                "Mon 9-12; Tue 15-17",
                "Thu 10-12",
                "weekends",
                "any time",
                "17-21",
                "ask my wife"
            })
    void three_tries_are_three_times_of_day_always_ahead_and_in_their_hours(String words) {
        ContactHours hours = ContactHours.of(words);
        CallPlan plan = new CallPlan(HOUSE, hours);
        for (int start = 0; start < 14 * 24 * 60; start += 37) {
            Instant now = moment("2026-03-02T00:00").plusSeconds(start * 60L);
            List<Instant> tries = new ArrayList<>();
            for (int round = 0; round < CallPlan.TRIES; round++) {
                Instant next = plan.next(now, tries);
                assertThat(next).as("%s after %s", words, now).isAfter(now);
                LocalDateTime local = next.atZone(ZONE).toLocalDateTime();
                assertThat(HOUSE.on(local.toLocalDate())).isNotEmpty();
                assertThat(plan.fits(next)).as("%s at %s", words, local).isTrue();
                for (Instant before : tries) {
                    assertThat(next.atZone(ZONE).toLocalTime())
                            .isNotEqualTo(before.atZone(ZONE).toLocalTime());
                    assertThat(next).isAfterOrEqualTo(before.plus(CallPlan.PAUSE));
                }
                tries.add(next);
                now = next;
            }
        }
    }

    private static String next(String words, String... tries) {
        List<Instant> made = List.of(tries).stream().map(CallPlanTest::moment).toList();
        Instant next = new CallPlan(HOUSE, ContactHours.of(words)).next(made.get(made.size() - 1), made);
        return next.atZone(ZONE).toLocalDateTime().withNano(0).toString().replaceFirst("^(.{16}).*", "$1");
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
