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

    /** The earliest date that it still is anywhere: a date has passed only when it has passed for everybody. */
    LocalDate earliestToday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
    }
}
