package io.amends.clock;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** What diagrams may ask of the clocks: due dates, as the {@code Date} that a timer or a task needs. */
public class Clocks {

    private final HouseClock clock;
    private final BusinessCalendar calendar;
    private final CaseClocks caseClocks;

    Clocks(HouseClock clock, BusinessCalendar calendar, CaseClocks caseClocks) {
        this.clock = clock;
        this.calendar = calendar;
        this.caseClocks = caseClocks;
    }

    /** When a clock of the case is due. */
    public Date due(@Nullable String caseNumber, @Nullable String name) {
        String number = needed(caseNumber, "the case number");
        String wanted = needed(name, "the name of the clock");
        return caseClocks.of(number).stream()
                .filter(candidate -> candidate.name().equals(wanted))
                .findFirst()
                .map(found -> Date.from(found.due()))
                .orElseThrow(() -> new IllegalStateException("The case " + number + " has no clock '" + wanted + "'"));
    }

    /** So many working days from now, at the same time. */
    public Date businessDays(int days) {
        return Date.from(calendar.businessDays(clock.instant(), notNegative(days)));
    }

    /** So many working days from then, at the same time. */
    public Date businessDaysFrom(@Nullable Date start, int days) {
        return Date.from(calendar.businessDays(needed(start, "the start").toInstant(), notNegative(days)));
    }

    /** So many calendar days from now, at the same time. */
    public Date days(int days) {
        return Date.from(calendar.days(clock.instant(), notNegative(days)));
    }

    /**
     * The end of work on a date that somebody named, such as that of a promise; a day off is over at the next opening.
     *
     * @param isoDate {@code 2026-03-04}, or a moment such as {@code 2026-03-04T10:00Z} or, in the house's zone, {@code 2026-03-04T10:00}
     */
    public Date date(@Nullable String isoDate) {
        return Date.from(moment(needed(isoDate, "the date").trim()));
    }

    private Instant moment(String text) {
        try {
            if (text.indexOf('T') < 0) {
                return calendar.endOfWork(LocalDate.parse(text));
            }
            boolean hasOffset = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 7;
            return hasOffset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(calendar.zone()).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a date, such as 2026-03-04", e);
        }
    }

    private static int notNegative(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("A due date lies ahead, not " + days + " days");
        }
        return days;
    }

    private static <T> T needed(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("No due date without " + what);
        }
        return value;
    }
}
