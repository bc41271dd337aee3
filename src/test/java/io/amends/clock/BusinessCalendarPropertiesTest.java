package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every start, every budget and every calendar. */
class BusinessCalendarPropertiesTest {

    // five years: every festival, ten changes of the clock, and the leap years 2024 and 2028
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final int MINUTES = 60 * 24 * 366 * 5;
    private static final int TRIES = 120;
    private static final List<BusinessCalendar> CALENDARS = List.of(
            Calendars.london(),
            Calendars.china(),
            Calendars.shanghai(),
            Calendars.aroundTheClock(),
            Calendars.nights(),
            // half an hour of daylight saving; three quarters of an hour beside the full one; the last and the first
            // zone
            Calendars.longDaysIn("Australia/Lord_Howe"),
            Calendars.longDaysIn("Pacific/Chatham"),
            Calendars.longDaysIn("Pacific/Kiritimati"),
            Calendars.longDaysIn("Pacific/Pago_Pago"),
            // the clocks change at midnight
            Calendars.longDaysIn("Asia/Beirut"),
            Calendars.longDaysIn("America/Havana"));

    @Test
    void business_hours_are_exactly_the_minutes_that_were_worked() {
        forEach((calendar, random) -> {
            Instant start = start(random);
            int hours = 1 + random.nextInt(30);

            Instant due = calendar.businessHours(start, hours);

            assertThat(worked(calendar, start, due))
                    .as("from %s to %s", start, due)
                    .isEqualTo(hours * 60L);
        });
    }

    @Test
    void a_budget_in_two_parts_ends_when_the_whole_does() {
        forEach((calendar, random) -> {
            Instant start = start(random);
            int first = 1 + random.nextInt(20);
            int second = 1 + random.nextInt(20);

            assertThat(calendar.businessHours(calendar.businessHours(start, first), second))
                    .isEqualTo(calendar.businessHours(start, first + second));
        });
    }

    @Test
    void a_later_start_is_never_due_earlier() {
        forEach((calendar, random) -> {
            Instant start = start(random);
            Instant later = start.plus(Duration.ofMinutes(random.nextInt(5000)));
            for (Budget.Unit unit : Budget.Unit.values()) {
                Budget budget = new Budget(1 + random.nextInt(25), unit);
                assertThat(calendar.due(later, budget))
                        .as("%s from %s and %s", budget, start, later)
                        .isAfterOrEqualTo(calendar.due(start, budget));
            }
        });
    }

    @Test
    void every_deadline_lies_after_its_start() {
        forEach((calendar, random) -> {
            Instant start = start(random);
            for (Budget.Unit unit : Budget.Unit.values()) {
                assertThat(calendar.due(start, new Budget(1 + random.nextInt(25), unit)))
                        .isAfter(start);
            }
        });
    }

    @Test
    void business_deadlines_fall_on_working_time_or_on_its_end() {
        forEach((calendar, random) -> {
            int amount = 1 + random.nextInt(25);
            Instant start = start(random);
            for (Instant due : List.of(calendar.businessHours(start, amount), calendar.businessDays(start, amount))) {
                Instant before = due.minusMillis(1);
                boolean working = calendar.nextWorkingMoment(due).equals(due);
                boolean closing = calendar.nextWorkingMoment(before).equals(before);
                assertThat(working || closing).as("%s", due).isTrue();
            }
        });
    }

    @Test
    void a_business_day_keeps_the_time_of_day_where_every_day_is_alike() {
        BusinessCalendar calendar = Calendars.london();
        Random random = new Random(11);
        for (int i = 0; i < TRIES; i++) {
            Instant start = calendar.nextWorkingMoment(start(random));

            ZonedDateTime due =
                    calendar.businessDays(start, 1 + random.nextInt(25)).atZone(calendar.zone());

            assertThat(due.toLocalTime())
                    .isEqualTo(start.atZone(calendar.zone()).toLocalTime());
        }
    }

    @Test
    void working_days_between_start_and_deadline_are_the_budget() {
        BusinessCalendar calendar = Calendars.london();
        Random random = new Random(12);
        for (int i = 0; i < TRIES; i++) {
            Instant start = calendar.nextWorkingMoment(start(random));
            int days = 1 + random.nextInt(25);

            LocalDate first = start.atZone(calendar.zone()).toLocalDate();
            LocalDate last =
                    calendar.businessDays(start, days).atZone(calendar.zone()).toLocalDate();

            long worked = first.plusDays(1)
                    .datesUntil(last.plusDays(1))
                    .filter(date -> works(calendar, date))
                    .count();
            assertThat(worked).isEqualTo(days);
        }
    }

    @Test
    void working_time_is_counted_as_minutes_go_by() {
        forEach((calendar, random) -> {
            Instant from = start(random);
            Instant to = from.plus(Duration.ofMinutes(random.nextInt(6000)));

            assertThat(calendar.working(from, to))
                    .as("from %s to %s", from, to)
                    .isEqualTo(Duration.ofMinutes(worked(calendar, from, to)));
            assertThat(calendar.working(to, from)).isEqualTo(Duration.ZERO);
        });
    }

    @Test
    void working_time_of_two_parts_is_that_of_the_whole() {
        forEach((calendar, random) -> {
            Instant from = start(random);
            Instant between = from.plus(Duration.ofMinutes(random.nextInt(20_000)));
            Instant to = between.plus(Duration.ofMinutes(random.nextInt(20_000)));

            assertThat(calendar.working(from, between).plus(calendar.working(between, to)))
                    .isEqualTo(calendar.working(from, to));
        });
    }

    @Test
    void so_much_work_later_so_much_work_was_done() {
        forEach((calendar, random) -> {
            Instant from = start(random);
            Duration time = time(random);

            assertThat(calendar.working(from, calendar.plusWorking(from, time))).isEqualTo(time);
        });
    }

    @Test
    void adding_what_was_worked_comes_back_to_the_same_working_moment() {
        forEach((calendar, random) -> {
            Instant from = start(random);
            Instant to = from.plus(Duration.ofMinutes(random.nextInt(20_000)));

            Instant back = calendar.plusWorking(from, calendar.working(from, to));

            // closing time, all that follows it, and the next opening are one moment to somebody who counts work
            assertThat(back).isBeforeOrEqualTo(to);
            assertThat(calendar.nextWorkingMoment(back)).isEqualTo(calendar.nextWorkingMoment(to));
        });
    }

    @Test
    void working_time_added_in_two_parts_ends_when_the_whole_does() {
        forEach((calendar, random) -> {
            Instant from = start(random);
            Duration first = time(random);
            Duration second = time(random);

            // exactly: a first part that ends at closing time goes on at the next opening
            assertThat(calendar.plusWorking(calendar.plusWorking(from, first), second))
                    .isEqualTo(calendar.plusWorking(from, first.plus(second)));
        });
    }

    @Test
    void more_work_from_a_later_moment_never_ends_earlier() {
        forEach((calendar, random) -> {
            Instant from = start(random);
            Instant later = from.plus(Duration.ofMinutes(random.nextInt(5000)));
            Duration time = time(random);

            assertThat(calendar.plusWorking(later, time)).isAfterOrEqualTo(calendar.plusWorking(from, time));
            assertThat(calendar.plusWorking(from, time.plus(time(random))))
                    .isAfterOrEqualTo(calendar.plusWorking(from, time));
        });
    }

    @Test
    void no_work_takes_no_time() {
        forEach((calendar, random) -> {
            Instant from = start(random);

            assertThat(calendar.plusWorking(from, Duration.ZERO)).isEqualTo(from);
        });
        assertThatThrownBy(() -> Calendars.london().plusWorking(FROM, Duration.ofMinutes(-1)))
                .hasMessage("Work is counted forward, not by PT-1M");
    }

    @Test
    void without_pauses_nothing_is_paused() {
        forEachClock((clock, random) ->
                assertThat(clock.due(List.of())).isEqualTo(clock.calendar().due(clock.start(), clock.budget())));
    }

    @Test
    void a_clock_grants_the_same_time_however_often_it_was_paused() {
        forEachClock((clock, random) -> {
            List<Pause> pauses = apart(clock, random);
            Instant due = clock.due(pauses);

            Duration granted = clock.counted(clock.start(), due);
            for (Pause pause : pauses) {
                granted = granted.minus(clock.counted(later(pause.from(), clock.start()), earlier(end(pause), due)));
            }

            assertThat(granted)
                    .as("%s paused %s", clock, pauses)
                    .isEqualTo(clock.counted(clock.start(), clock.due(List.of())));
        });
    }

    @Test
    void a_pause_cut_in_two_is_the_same_pause() {
        forEachClock((clock, random) -> {
            List<Pause> pauses = pauses(clock, random);
            List<Pause> cut = new ArrayList<>();
            for (Pause pause : pauses) {
                Duration length = Duration.between(pause.from(), end(pause));
                Instant between = pause.from().plusSeconds(random.nextLong(length.toSeconds() + 1));
                cut.add(new Pause(between, end(pause)));
                cut.add(new Pause(pause.from(), between));
            }

            assertThat(clock.due(cut)).isEqualTo(clock.due(pauses));
            assertThat(clock.threshold(75, cut)).isEqualTo(clock.threshold(75, pauses));
        });
    }

    @Test
    void the_order_of_pauses_and_what_they_share_do_not_matter() {
        forEachClock((clock, random) -> {
            List<Pause> pauses = pauses(clock, random);
            List<Pause> shuffled = new ArrayList<>(pauses);
            Collections.shuffle(shuffled, random);
            Pause any = pauses.get(0);
            shuffled.add(any);
            shuffled.add(new Pause(
                    any.from(),
                    any.from().plus(Duration.between(any.from(), end(any)).dividedBy(2))));

            assertThat(clock.due(shuffled)).isEqualTo(clock.due(pauses));
        });
    }

    @Test
    void a_pause_more_never_makes_a_deadline_earlier() {
        forEachClock((clock, random) -> {
            List<Pause> pauses = pauses(clock, random);
            List<Pause> fewer = pauses.subList(1, pauses.size());

            assertThat(clock.due(pauses)).isAfterOrEqualTo(clock.due(fewer));
            assertThat(clock.due(fewer)).isAfterOrEqualTo(clock.due(List.of()));
        });
    }

    @Test
    void a_pause_that_costs_no_work_that_lasts_or_that_begins_when_it_is_due_changes_nothing() {
        forEachClock((clock, random) -> {
            Instant due = clock.due(List.of());
            Instant from = clock.start().plus(Duration.ofMinutes(random.nextInt(5000)));
            Instant opening = clock.calendar().nextWorkingMoment(from);

            assertThat(clock.due(List.of(new Pause(from, null)))).isEqualTo(due);
            assertThat(clock.due(List.of(new Pause(due, due.plusSeconds(9000)))))
                    .isEqualTo(due);
            assertThat(clock.due(List.of(new Pause(clock.start().minusSeconds(9000), clock.start()))))
                    .isEqualTo(due);
            if (!clock.wallTime()) {
                assertThat(clock.due(List.of(new Pause(from, opening)))).isEqualTo(due);
            }
        });
    }

    @Test
    void thresholds_lie_between_start_and_deadline_and_in_the_order_of_their_percents() {
        forEachClock((clock, random) -> {
            List<Pause> pauses = pauses(clock, random);
            Instant due = clock.due(pauses);
            Instant before = clock.start();
            for (int percent : new int[] {0, 1, 25, 50, 75, 99, 100}) {
                Instant threshold = clock.threshold(percent, pauses);
                assertThat(threshold)
                        .as("%s paused %s at %d", clock, pauses, percent)
                        .isBetween(before, due);
                before = threshold;
            }
            assertThat(before).isEqualTo(due);
            assertThat(clock.threshold(101, pauses)).isAfterOrEqualTo(due);
            assertThat(clock.threshold(200, pauses)).isAfter(due).isAfterOrEqualTo(clock.threshold(101, pauses));
        });
    }

    @Test
    void a_warning_falls_into_working_hours_and_outside_pauses_unless_it_comes_with_the_deadline() {
        forEachClock((clock, random) -> {
            List<Pause> pauses = pauses(clock, random);
            Instant warning = clock.threshold(75, pauses);
            boolean withDeadline = warning.equals(clock.due(pauses));

            assertThat(clock.wallTime()
                            || withDeadline
                            || clock.calendar().nextWorkingMoment(warning).equals(warning))
                    .as("%s paused %s warns at %s", clock, pauses, warning)
                    .isTrue();
            assertThat(pauses)
                    .noneMatch(
                            pause -> !withDeadline && pause.from().isBefore(warning) && warning.isBefore(end(pause)));
        });
    }

    @Test
    void a_warning_comes_when_so_much_is_used_up_and_not_before() {
        forEachClock((clock, random) -> {
            Duration granted = clock.counted(clock.start(), clock.due(List.of()));

            Duration used = clock.counted(clock.start(), clock.threshold(75, List.of()));

            assertThat(used).isEqualTo(granted.multipliedBy(3).dividedBy(4));
        });
    }

    /** A clock of any unit, on any calendar. */
    private record Ticking(BusinessCalendar calendar, Instant start, Budget budget) {

        boolean wallTime() {
            return budget.unit().isWallTime();
        }

        Instant due(List<Pause> pauses) {
            return calendar.due(start, budget, pauses);
        }

        Instant threshold(int percent, List<Pause> pauses) {
            return calendar.threshold(start, due(pauses), percent, wallTime(), pauses);
        }

        Duration counted(Instant from, Instant to) {
            if (wallTime()) {
                return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
            }
            return calendar.working(from, to);
        }

        @Override
        public String toString() {
            return budget + " from " + start + " in " + calendar.zone();
        }
    }

    private static void forEachClock(BiConsumer<Ticking, Random> property) {
        forEach((calendar, random) -> {
            Instant start = start(random);
            for (Budget.Unit unit : Budget.Unit.values()) {
                property.accept(new Ticking(calendar, start, new Budget(1 + random.nextInt(20), unit)), random);
            }
        });
    }

    // one to four, some of them before the start, at night, over each other or after the deadline
    private static List<Pause> pauses(Ticking clock, Random random) {
        Duration whole = Duration.between(clock.start(), clock.due(List.of())).plusHours(30);
        List<Pause> pauses = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            Instant from = clock.start().minusSeconds(36_000).plusSeconds(random.nextLong(whole.toSeconds()));
            pauses.add(new Pause(from, from.plusSeconds(60L * random.nextInt(3000))));
        }
        return pauses;
    }

    private static List<Pause> apart(Ticking clock, Random random) {
        List<Pause> pauses = new ArrayList<>();
        Instant from = clock.start();
        for (int i = 0; i < 3; i++) {
            from = from.plusSeconds(60L * (1 + random.nextInt(2000)));
            Instant to = from.plusSeconds(60L * random.nextInt(2000));
            pauses.add(new Pause(from, to));
            from = to;
        }
        return pauses;
    }

    private static Instant end(Pause pause) {
        return Objects.requireNonNull(pause.to());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration time(Random random) {
        return Duration.ofMinutes(random.nextInt(4000));
    }

    private static boolean works(BusinessCalendar calendar, LocalDate date) {
        Instant noon = date.atTime(LocalTime.NOON).atZone(calendar.zone()).toInstant();
        return calendar.nextWorkingMoment(noon).equals(noon);
    }

    // counted minute by minute, in quite another way than the calendar does it
    private static long worked(BusinessCalendar calendar, Instant start, Instant due) {
        long minutes = 0;
        Instant at = start;
        while (at.isBefore(due)) {
            Instant next = calendar.nextWorkingMoment(at);
            if (next.equals(at)) {
                minutes++;
                at = at.plusSeconds(60);
            } else {
                at = next;
            }
        }
        return minutes;
    }

    private static Instant start(Random random) {
        return FROM.plus(Duration.ofMinutes(random.nextInt(MINUTES)));
    }

    private static void forEach(BiConsumer<BusinessCalendar, Random> property) {
        for (BusinessCalendar calendar : CALENDARS) {
            Random random = new Random(2026);
            for (int i = 0; i < TRIES; i++) {
                property.accept(calendar, random);
            }
        }
    }
}
