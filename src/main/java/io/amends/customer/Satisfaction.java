package io.amends.customer;

import java.time.Instant;
import java.util.Locale;

/**
 * One score of a customer on one case (K-21).
 *
 * @param score 0 to 10
 */
public record Satisfaction(Moment moment, int score, Instant at) {

    /** When it was given: {@code BEFORE} is what was known before the case. */
    public enum Moment {
        BEFORE,
        AT_COMPLAINT,
        AFTER;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Moment of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
