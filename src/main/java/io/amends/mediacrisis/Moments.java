package io.amends.mediacrisis;

import io.amends.modeling.FormRefusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments as forms and tables have them. */
final class Moments {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private Moments() {}

    /**
     * @param text with its offset, or in the house's zone
     * @throws DateTimeException when it is neither
     */
    static Instant read(String text, ZoneId house) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noOffset) {
            return LocalDateTime.parse(text).atZone(house).toInstant();
        }
    }

    /** @throws FormRefusal naming the field */
    static Instant typed(String field, String text, ZoneId house) {
        try {
            return read(text, house);
        } catch (DateTimeException unreadable) {
            throw new FormRefusal(field, "must be a date and time such as 2026-11-22T10:00Z");
        }
    }

    /**
     * What a form proposes, in its own writing: the moment named before while it is still to come, else one from now on. It is a full
     * quarter of an hour, for the form's field shows no other, whatever its value is.
     */
    static String proposed(Optional<Instant> named, Duration fromNow, Clock clock) {
        Instant now = clock.instant();
        Instant next = named.filter(at -> at.isAfter(now)).orElse(now.plus(fromNow));
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(quarter(next).atZone(clock.getZone()));
    }

    private static Instant quarter(Instant moment) {
        long step = QUARTER.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli() + step - 1, step) * step);
    }

    static Instant needed(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant find(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
