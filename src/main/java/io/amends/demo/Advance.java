package io.amends.demo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * How far a clock is to be moved: ISO 8601, such as {@code P3D}, {@code PT4H} or {@code P1DT2H}. Days are calendar days, so
 * that the time of day stays when the clocks change.
 */
record Advance(Period period, Duration duration) {

    private static final int MOST_DAYS = 400;

    /** @throws IllegalArgumentException with a reason for whoever typed it */
    static Advance parse(String text) {
        String iso = text.trim().toUpperCase(Locale.ROOT);
        if (iso.startsWith("-")) {
            throw new IllegalArgumentException("the clock only moves forward");
        }
        int time = iso.indexOf('T');
        String date = time < 0 ? iso : iso.substring(0, time);
        try {
            Advance advance = new Advance(
                    time >= 0 && date.equals("P") ? Period.ZERO : Period.parse(date),
                    time < 0 ? Duration.ZERO : Duration.parse("P" + iso.substring(time)));
            if (advance.period().isNegative() || advance.duration().isNegative()) {
                throw new IllegalArgumentException("the clock only moves forward");
            }
            return advance;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not an ISO 8601 period such as P3D, PT4H or P1DT2H", e);
        }
    }

    /** @throws IllegalArgumentException when this is nothing, or too far */
    ZonedDateTime from(ZonedDateTime now) {
        ZonedDateTime target = target(now);
        if (!target.isAfter(now)) {
            throw new IllegalArgumentException("must be more than nothing");
        }
        if (target.isAfter(now.plusDays(MOST_DAYS))) {
            throw new IllegalArgumentException("must be at most P" + MOST_DAYS + "D at a time");
        }
        return target;
    }

    private ZonedDateTime target(ZonedDateTime now) {
        try {
            return now.plus(period).plus(duration);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("must be at most P" + MOST_DAYS + "D at a time", e);
        }
    }
}
