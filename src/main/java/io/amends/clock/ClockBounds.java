package io.amends.clock;

import java.math.BigDecimal;
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
                "daily", value -> WrittenTime.timeOfDay(String.valueOf(value)),
                "date", value -> WrittenTime.date(String.valueOf(value)));
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
}
