package io.amends.clock;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Consumer;

/** What a diagram asks the clocks as it stands, held against what they can answer, before a case meets it. */
final class ClockBounds {

    /** Further than anybody plans. */
    private static final int MOST = 1_000_000;

    private ClockBounds() {}

    static Map<String, Consumer<Object>> all() {
        return Map.of(
                "businessDays", value -> count(value, "days"),
                "days", value -> count(value, "days"),
                "minutes", value -> count(value, "minutes"),
                "daily", ClockBounds::timeOfDay,
                "date", ClockBounds::date);
    }

    private static void count(Object value, String unit) {
        int count;
        try {
            count = new BigDecimal(String.valueOf(value)).intValueExact();
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("'" + value + "' is no number of " + unit, none);
        } catch (ArithmeticException broken) {
            throw new IllegalArgumentException(value + " is no whole number of " + unit, broken);
        }
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException(
                    "a due date lies ahead, and at most " + MOST + " " + unit + ", not " + value);
        }
    }

    private static void timeOfDay(Object value) {
        try {
            LocalTime.parse(String.valueOf(value));
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("'" + value + "' is not a time of day, such as 04:30", none);
        }
    }

    private static void date(Object value) {
        String text = String.valueOf(value).strip();
        try {
            if (text.indexOf('T') < 0) {
                LocalDate.parse(text);
            } else {
                DateTimeFormatter.ISO_DATE_TIME.parse(text);
            }
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("'" + value + "' is not a date, such as 2026-03-04", none);
        }
    }
}
