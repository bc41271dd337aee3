package io.amends.casefile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes times as people say them, in the time zone of the house's clock. */
@Component
public class PlainTime {

    /** What is shown where there is nothing to show. */
    public static final String NOTHING = "–";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private final Clock clock;

    PlainTime(Clock clock) {
        this.clock = clock;
    }

    /** {@code Mon 23 Nov 2026, 14:30}. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? NOTHING : MOMENT.format(instant.atZone(clock.getZone()));
    }

    /** The day alone of what came without a time of day, which is kept as midnight. */
    public String dayOrMoment(Instant instant) {
        return instant.atZone(clock.getZone()).toLocalTime().equals(LocalTime.MIDNIGHT)
                ? day(instant)
                : moment(instant);
    }

    public String moment(@Nullable Date date) {
        return moment(date == null ? null : date.toInstant());
    }

    /** A value on record as people read it: a moment as {@link #moment(Instant)} says it, JSON in words, anything else as it is. */
    public String told(@Nullable String value) {
        return value == null ? NOTHING : Words.moment(value).map(this::moment).orElseGet(() -> JsonWords.of(value));
    }

    /** {@code Mon 23 Nov 2026}. */
    public String day(@Nullable LocalDate day) {
        return day == null ? NOTHING : DAY.format(day);
    }

    /** The day that a moment falls on where the house is. */
    public String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, clock.getZone()));
    }

    /** {@code 2 h ago}, {@code in 3 days} or {@code just now}. */
    public String ago(@Nullable Instant instant) {
        if (instant == null) {
            return NOTHING;
        }
        Duration past = Duration.between(instant, clock.instant());
        if (past.abs().toMinutes() == 0) {
            return "just now";
        }
        return past.isNegative() ? "in " + span(past) : span(past) + " ago";
    }

    /** {@code 5 min}, {@code 3 h} or {@code 12 days}, whichever says enough. */
    public String span(Duration duration) {
        return span(duration, Locale.ENGLISH);
    }

    String span(Duration duration, Locale language) {
        TimeWords words = TimeWords.in(language);
        Duration length = duration.abs();
        if (length.toMinutes() < 1) {
            return words.say("span.moment");
        }
        if (length.toMinutes() < 120) {
            return words.say("span.minutes", Long.toString(length.toMinutes()));
        }
        if (length.toHours() < 48) {
            return words.say("span.hours", Long.toString(length.toHours()));
        }
        return words.say("span.days", Long.toString(length.toDays()));
    }
}
