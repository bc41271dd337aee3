package io.amends.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a table answered.
 *
 * @param rows answers of each row that counted, by the name that they are kept under; blank cells are no answers
 */
record Outcome(List<Map<String, Object>> rows) {

    static final Outcome NONE = new Outcome(List.of());

    static Outcome of(List<? extends Map<String, ?>> rows) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (Map<String, ?> row : rows) {
            Map<String, Object> cells = new LinkedHashMap<>();
            row.forEach((name, value) -> {
                if (value != null) {
                    cells.put(name, plain(value));
                }
            });
            if (!cells.isEmpty()) {
                answers.add(cells);
            }
        }
        return new Outcome(List.copyOf(answers));
    }

    /** Five is five, whichever kind of number it was kept as. */
    static Object plain(Object value) {
        if (value instanceof Number number) {
            try {
                return new BigDecimal(number.toString()).stripTrailingZeros();
            } catch (NumberFormatException endless) {
                return number.toString();
            }
        }
        return value instanceof Date date ? date.toInstant() : value;
    }

    /** @param inOrder whether several answers in another order are others */
    boolean same(Outcome other, boolean inOrder) {
        if (inOrder) {
            return rows.equals(other.rows);
        }
        List<Map<String, Object>> left = new ArrayList<>(other.rows);
        return rows.size() == left.size() && rows.stream().allMatch(left::remove);
    }

    /**
     * In words: {@code S2}; with several columns {@code Time: 2 · Unit: business-days}; a line for each row.
     *
     * @param labels of the columns, in their order
     */
    String text(Map<String, String> labels) {
        return rows.isEmpty()
                ? "no answer"
                : rows.stream().map(row -> line(row, labels)).collect(Collectors.joining("\n"));
    }

    private static String line(Map<String, Object> row, Map<String, String> labels) {
        if (row.size() == 1 && labels.size() <= 1) {
            return shown(row.values().iterator().next());
        }
        List<String> cells = new ArrayList<>();
        labels.forEach((name, label) -> {
            if (row.containsKey(name)) {
                cells.add(label + ": " + shown(row.get(name)));
            }
        });
        row.forEach((name, value) -> {
            if (!labels.containsKey(name)) {
                cells.add(name + ": " + shown(value));
            }
        });
        return String.join(" · ", cells);
    }

    static String shown(@Nullable Object value) {
        Object plain = value == null ? "" : plain(value);
        return plain instanceof BigDecimal number ? number.toPlainString() : Objects.toString(plain);
    }
}
