package io.amends.whatif;

import io.amends.modeling.FormRefusal.Finding;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param table key of the decision
 * @param from first day on which it decided
 * @param to last day
 * @param given values, as typed, for what was not asked in the past; by name
 */
record Question(String table, LocalDate from, LocalDate to, CasesAsked cases, SortedMap<String, String> given)
        implements Serializable {

    /** Begins the name of a field that gives a value. */
    static final String GIVEN = "set.";

    private static final long serialVersionUID = 1L;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;
    private static final int LONGEST_VALUE = 200;
    private static final int MOST_VALUES = 50;

    /**
     * @param fields as sent: {@code table}, {@code from}, {@code to}, {@code cases}, {@code set.…}
     * @param findings takes what cannot be understood, by field
     * @return null if there is such a thing
     */
    static @Nullable Question read(Map<String, String> fields, LocalDate today, List<Finding> findings) {
        int before = findings.size();
        String table = text(fields, "table");
        if (table.isEmpty()) {
            findings.add(new Finding("table", "is required"));
        }
        LocalDate last = day(fields, "to", today, findings);
        LocalDate first =
                day(fields, "from", last == null ? null : last.minusYears(1).plusDays(1), findings);
        if (first != null && last != null && first.isAfter(last)) {
            findings.add(new Finding("from", "is after the last day (" + last + ")"));
        }
        String asked = text(fields, "cases");
        CasesAsked cases =
                asked.isEmpty() ? CasesAsked.ALL : CasesAsked.of(asked).orElse(null);
        if (cases == null) {
            findings.add(new Finding("cases", "is none of all, closed, open"));
        }
        SortedMap<String, String> given = given(fields, findings);
        return findings.size() > before || first == null || last == null || cases == null
                ? null
                : new Question(table, first, last, cases, given);
    }

    private static SortedMap<String, String> given(Map<String, String> fields, List<Finding> findings) {
        SortedMap<String, String> given = new TreeMap<>();
        new TreeMap<>(fields).forEach((field, value) -> {
            if (field.startsWith(GIVEN) && !value.isBlank()) {
                if (value.strip().length() > LONGEST_VALUE) {
                    findings.add(new Finding(field, "is longer than " + LONGEST_VALUE + " characters"));
                } else if (given.size() < MOST_VALUES) {
                    given.put(field.substring(GIVEN.length()), value.strip());
                }
            }
        });
        return given;
    }

    private static @Nullable LocalDate day(
            Map<String, String> fields, String field, @Nullable LocalDate otherwise, List<Finding> findings) {
        String text = text(fields, field);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
            findings.add(new Finding(field, "lies outside the years " + FIRST_YEAR + " to " + LAST_YEAR));
        } catch (DateTimeException noDay) {
            findings.add(new Finding(field, "is no day such as 2026-01-31"));
        }
        return null;
    }

    private static String text(Map<String, String> fields, String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** The fields again, for a form. */
    Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("table", table);
        fields.put("from", from.toString());
        fields.put("to", to.toString());
        fields.put("cases", cases.code());
        given.forEach((name, value) -> fields.put(GIVEN + name, value));
        return fields;
    }
}
