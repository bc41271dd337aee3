package io.amends.clock;

import java.time.LocalDate;

/**
 * A day that differs from its weekday, as a published calendar lists it.
 *
 * @param name such as {@code Good Friday}
 * @param line where the file says so
 */
record SpecialDay(LocalDate date, Kind kind, String name, int line) {

    /** Off though the week works, or worked though the week rests. */
    enum Kind {
        DAY_OFF("a day off"),
        MAKE_UP_DAY("a make-up day");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
