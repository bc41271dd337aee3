package io.amends.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every start, every budget and every calendar. */
class BusinessCalendarPropertiesTest {

    private static final Instant FROM = Instant.parse("2025-12-01T00:00:00Z");
    private static final int MINUTES = 60 * 24 * 400;
    private static final int TRIES = 400;

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
        List<BusinessCalendar> calendars =
                List.of(Calendars.london(), Calendars.shanghai(), Calendars.aroundTheClock(), Calendars.nights());
        for (BusinessCalendar calendar : calendars) {
            Random random = new Random(2026);
            for (int i = 0; i < TRIES; i++) {
                property.accept(calendar, random);
            }
        }
    }
}
