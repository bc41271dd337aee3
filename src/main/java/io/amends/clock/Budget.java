package io.amends.clock;

import java.util.Locale;

/**
 * How much time a clock grants (C-1).
 *
 * @param amount more than zero, and no more than {@link Unit#most()}
 * @param unit the units that never mix
 */
public record Budget(int amount, Unit unit) {

    public Budget {
        if (amount <= 0) {
            throw new IllegalArgumentException(
                    "A clock's budget must be more than zero, but is " + amount + " " + unit.word());
        }
        if (amount > unit.most()) {
            throw new IllegalArgumentException("A clock's budget must not be longer than ten years, which is "
                    + unit.most() + " " + unit.word() + ", but is " + amount);
        }
    }

    /** Business hours, business days (the next working day at the same time), or minutes, hours and days of wall time. */
    public enum Unit {
        BUSINESS_HOURS(10 * 52 * 40),
        BUSINESS_DAYS(10 * 52 * 5),
        MINUTES(10 * 365 * 24 * 60),
        HOURS(10 * 365 * 24),
        DAYS(10 * 365);

        private final int most;

        Unit(int most) {
            this.most = most;
        }

        /**
         * The unit that a decision table names.
         *
         * @param word such as {@code business-days}
         * @throws IllegalArgumentException for any other word
         */
        public static Unit of(String word) {
            for (Unit unit : values()) {
                if (unit.word().equals(word)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("'" + word
                    + "' is not a unit of time; known are business-hours, business-days, minutes, hours and days");
        }

        /** As a decision table names it, such as {@code business-days}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it passes around the clock, every day, rather than as the house works. */
        public boolean isWallTime() {
            return this == MINUTES || this == HOURS || this == DAYS;
        }

        /** The most that a budget may be: ten years, by a week of five days and forty hours. */
        public int most() {
            return most;
        }
    }
}
