package io.amends.modeling;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What conditions, options and dates of a form are judged by.
 *
 * @param values the sent values over the facts and the process variables
 */
record FormContext(Map<String, @Nullable Object> values, Clock clock) {

    /** The day of the house: by it a promise is kept or broken, wherever somebody sits who names one. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The earliest date that it still is anywhere, for a moment that may be of any zone. */
    LocalDate earliestToday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
    }
}
