package io.amends.imports;

import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row and collects what does not fit, so that all of it can be named at once. */
public class Cells {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");

    private final Map<String, String> fields;
    private final List<Finding> findings = new ArrayList<>();

    public Cells(Row row) {
        this.fields = row.fields();
    }

    public String text(String field, int longest) {
        var text = optional(field, longest);
        if (text == null) {
            refuse(field, "is missing");
            return "";
        }
        return text;
    }

    public @Nullable String optional(String field, int longest) {
        var text = fields.get(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        if (stripped.length() > longest) {
            refuse(field, "is longer than %d characters".formatted(longest));
            return null;
        }
        if (stripped.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')
                || stripped.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            refuse(field, "has a character that cannot be stored");
            return null;
        }
        return stripped;
    }

    public @Nullable Boolean flag(String field) {
        var text = optional(field, 10);
        if (text == null) {
            return null;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(lower) && !NO.contains(lower)) {
            refuse(field, "must be yes or no");
        }
        return YES.contains(lower);
    }

    /** ISO 8601, with a zone or in UTC; a day alone means its beginning. */
    public Instant moment(String field) {
        var text = text(field, 40);
        try {
            var at = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : zoned(text)
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            var year = at.atOffset(ZoneOffset.UTC).getYear();
            if (year < 1900 || year > 9999) {
                refuse(field, "must be between the years 1900 and 9999");
            }
            return at;
        } catch (DateTimeException unreadable) {
            if (!text.isEmpty()) {
                refuse(field, "must be a date and time such as 2026-03-31T09:30:00Z");
            }
            return Instant.EPOCH;
        }
    }

    /** ISO 8601, or null when the cell is blank. */
    public @Nullable LocalDate day(String field) {
        var text = optional(field, 10);
        if (text == null) {
            return null;
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() < 1900 || day.getYear() > 9999) {
                refuse(field, "must be between the years 1900 and 9999");
            }
            return day;
        } catch (DateTimeException unreadable) {
            refuse(field, "must be a date such as 2026-03-31");
            return null;
        }
    }

    public BigDecimal amount(String field) {
        var text = text(field, 30);
        try {
            var amount = text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
            var plain = amount.stripTrailingZeros();
            if (plain.scale() > 2 || (long) plain.precision() - plain.scale() > 12) {
                refuse(field, "must have at most 12 digits before and 2 after the point");
                return BigDecimal.ZERO;
            }
            return amount;
        } catch (NumberFormatException unreadable) {
            refuse(field, "must be a number such as 12.50");
            return BigDecimal.ZERO;
        }
    }

    public String oneOf(String field, Set<String> values, String otherwise) {
        var text = optional(field, 40);
        if (text == null) {
            return otherwise;
        }
        if (!values.contains(text)) {
            refuse(
                    field,
                    "must be one of "
                            + String.join(", ", values.stream().sorted().toList()));
        }
        return text;
    }

    public void refuse(String field, String reason) {
        if (findings.stream().noneMatch(f -> f.field().equals(field))) {
            findings.add(new Finding(field, reason));
        }
    }

    /** @throws FormRefusal when anything did not fit */
    public void check() {
        if (!findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
    }

    private static boolean zoned(String text) {
        return text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
    }
}
