package io.amends.clock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/** Dates and times as forms and diagrams write them; the guard reads them as the clocks do. */
final class WrittenTime {

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter();

    private WrittenTime() {}

    /**
     * @return a {@link LocalDate}, {@link LocalDateTime} or {@link OffsetDateTime}
     * @throws IllegalArgumentException when it is none of them
     */
    static TemporalAccessor date(String text) {
        String written = text.strip();
        try {
            return written.indexOf('T') < 0
                    ? LocalDate.parse(written)
                    : MOMENT.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("'" + text + "' is not a date, such as 2026-03-04", none);
        }
    }

    /** @throws IllegalArgumentException when it is none */
    static LocalTime timeOfDay(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("'" + text + "' is not a time of day, such as 04:30", none);
        }
    }
}
