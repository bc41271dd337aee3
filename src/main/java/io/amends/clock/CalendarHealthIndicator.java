package io.amends.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.util.Optional;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Warns when deadlines reach into a year whose holidays and make-up days nobody has listed: they are counted there as if the year
 * had none (C-1). Nothing is broken yet, so the application stays up.
 */
@Component
class CalendarHealthIndicator extends AbstractHealthIndicator {

    static final Status WARNING = new Status(
            "WARNING", "Deadlines reach into a year whose holidays are not listed; add them to the calendar");
    // as long as the longest promise of time that a new case is given, eight weeks
    private static final Period AHEAD = Period.ofDays(60);

    private final BusinessCalendar calendar;
    private final HouseClock clock;
    private final JdbcClient jdbc;

    CalendarHealthIndicator(BusinessCalendar calendar, HouseClock clock, JdbcClient jdbc) {
        super("The calendar's deadlines cannot be read");
        this.calendar = calendar;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Optional<Year> listed = calendar.lastListedYear();
        if (listed.isEmpty()) {
            health.up().withDetail("listedUntil", "never; the house has no holidays");
            return;
        }
        LocalDate until = listed.get().atMonthDay(MonthDay.of(12, 31));
        LocalDate needed = neededUntil();
        health.status(needed.isAfter(until) ? WARNING : Status.UP)
                .withDetail("listedUntil", until)
                .withDetail("neededUntil", needed);
    }

    private LocalDate neededUntil() {
        LocalDate ahead = date(clock.instant()).plus(AHEAD);
        return lastDue().map(this::date).filter(ahead::isBefore).orElse(ahead);
    }

    private Optional<Instant> lastDue() {
        return jdbc.sql("select due_at from case_clock where met_at is null order by due_at desc fetch first row only")
                .query((row, number) -> row.getObject("due_at", OffsetDateTime.class))
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private LocalDate date(Instant moment) {
        return moment.atZone(calendar.zone()).toLocalDate();
    }
}
