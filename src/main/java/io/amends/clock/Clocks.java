package io.amends.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What diagrams may ask of the clocks: due dates, as the {@code Date} that a timer or a task needs. */
public class Clocks {

    /** When nothing is ever due: later than any deadline, and a year that databases keep. */
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final HouseClock clock;
    private final BusinessCalendar calendar;
    private final ClockTable table;

    Clocks(HouseClock clock, BusinessCalendar calendar, ClockTable table) {
        this.clock = clock;
        this.calendar = calendar;
        this.table = table;
    }

    /** When a clock of the case is due as things are; a pause or another severity moves it, but no timer that asked before. */
    public Date due(@Nullable String caseNumber, @Nullable String name) {
        String number = needed(caseNumber, "the case number");
        String wanted = needed(name, "the name of the clock");
        return table.find(number, wanted)
                .map(found -> Date.from(found.clock().due()))
                .orElseThrow(() -> new IllegalStateException("The case " + number + " has no clock '" + wanted + "'"));
    }

    /**
     * When the next warning or deadline of any clock of the case is due (C-4): far away while none is, at once when no clock runs
     * any more.
     */
    public Date next(@Nullable String caseNumber) {
        List<ClockRow> running = table.of(needed(caseNumber, "the case number")).stream()
                .filter(row -> row.clock().running())
                .toList();
        Instant now = clock.instant();
        if (running.isEmpty()) {
            return Date.from(now);
        }
        return Date.from(ClockCall.next(running, now).map(ClockCall::at).orElse(FAR));
    }

    /** So many working days from now, at the same time. */
    public Date businessDays(int days) {
        return Date.from(calendar.businessDays(clock.instant(), notNegative(days)));
    }

    /** So many minutes from now, around the clock. */
    public Date minutes(int minutes) {
        if (minutes < 0) {
            throw new IllegalArgumentException("A due date lies ahead, not " + minutes + " minutes");
        }
        return Date.from(clock.instant().plus(minutes, ChronoUnit.MINUTES));
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
        return Date.from(moment(needed(isoDate, "the date")));
    }

    /**
     * Once a day at that time of the house, from the next time on, for a timer that starts a process again and again. The engine
     * adds 24 hours each time; whoever starts has to ask again for summer and winter time to be followed.
     *
     * @param timeOfDay such as {@code 04:30}
     */
    public String daily(@Nullable String timeOfDay) {
        LocalTime time = WrittenTime.timeOfDay(needed(timeOfDay, "the time of day"));
        ZonedDateTime now = clock.instant().atZone(calendar.zone());
        ZonedDateTime next = now.with(time);
        ZonedDateTime day = next.isAfter(now) ? next : now.plusDays(1).with(time);
        return "R/" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(day.truncatedTo(ChronoUnit.MINUTES)) + "/P1D";
    }

    private Instant moment(String text) {
        TemporalAccessor written = WrittenTime.date(text);
        if (written instanceof LocalDate day) {
            return calendar.endOfWork(day);
        }
        return written instanceof OffsetDateTime moment
                ? moment.toInstant()
                : ((LocalDateTime) written).atZone(calendar.zone()).toInstant();
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
