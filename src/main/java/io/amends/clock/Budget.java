package io.amends.clock;

import java.util.Locale;

/**
 * How much time a clock grants (C-1).
 *
 * @param amount more than zero
 * @param unit the three units that never mix
 */
public record Budget(int amount, Unit unit) {

    public Budget {
        if (amount <= 0) {
            throw new IllegalArgumentException("A clock's budget must be more than zero, but is " + amount);
        }
    }

    /** Business hours, business days (the next working day at the same time), or days and hours of wall time. */
    public enum Unit {
        BUSINESS_HOURS,
        BUSINESS_DAYS,
        HOURS,
        DAYS;

        /**
         * The unit that a decision table names.
         *
         * @param word such as {@code business-days}
         * @throws IllegalArgumentException for any other word
         */
        public static Unit of(String word) {
            return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }
}
