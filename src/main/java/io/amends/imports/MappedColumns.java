package io.amends.imports;

import io.amends.imports.Mapping.Rule;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file of another system, read by a {@link Mapping}. */
class MappedColumns implements RowReader {

    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

    private final Mapping mapping;
    private final ZoneId zone;
    private final List<DateTimeFormatter> dates;
    private final RowIds ids = new RowIds();
    private List<String> columns = List.of();

    MappedColumns(Mapping mapping) {
        this.mapping = mapping;
        this.zone = mapping.zone() == null ? ZoneOffset.UTC : ZoneId.of(mapping.zone());
        this.dates = (mapping.dates() == null ? List.<String>of() : mapping.dates())
                .stream()
                        .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                                .withResolverStyle(ResolverStyle.STRICT))
                        .toList();
    }

    @Override
    public void header(List<String> columns) {
        var known = new ArrayList<>(mapping.required());
        known.addAll(mapping.optionalColumns());
        RowReader.check(columns, mapping.required(), known);
        this.columns = columns;
    }

    @Override
    public Row row(CsvRecord record) {
        RowReader.checkLength(record, columns);
        Map<String, String> cells = new LinkedHashMap<>();
        for (var i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), record.cells().get(i).strip());
        }
        var fields = new LinkedHashMap<String, String>();
        var findings = new ArrayList<Finding>();
        // before anything can be refused, so that the next identical row gets the same number each time
        identify(cells, fields);
        mapping.fields().forEach((field, rule) -> {
            try {
                var value = value(field, rule, cells);
                if (!value.isBlank()) {
                    fields.put(field, value);
                }
            } catch (FormRefusal refusal) {
                findings.addAll(refusal.findings());
            }
        });
        mapping.allChecks().forEach(check -> {
            var date = moment(cell(cells, check.column()));
            var bound = moment(cell(cells, check.notBefore()));
            if (date != null && bound != null && date.isBefore(bound)) {
                findings.add(new Finding(check.column(), check.reason()));
            }
        });
        if (!findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
        return new Row(record.line(), fields);
    }

    private void identify(Map<String, String> cells, Map<String, String> fields) {
        var id = mapping.id();
        if (id == null) {
            return;
        }
        var own = id.column() == null ? "" : cell(cells, id.column());
        fields.put(
                id.field(),
                own.isEmpty()
                        ? ids.next(id.of().stream().map(c -> cell(cells, c)).toList())
                        : own);
    }

    private String value(String field, Rule rule, Map<String, String> cells) {
        if (rule.constant() != null) {
            return rule.constant();
        }
        if (rule.lines() != null) {
            return filled(rule.lines(), rule.joinedBy() == null ? "\n" : rule.joinedBy(), cells);
        }
        var column = String.valueOf(rule.column());
        var cell = cell(cells, column);
        if (Boolean.TRUE.equals(rule.date())) {
            return date(field, column, cell);
        }
        return rule.values() == null && rule.matches() == null ? cell : translated(field, column, rule, cell);
    }

    private static String filled(List<String> lines, String joinedBy, Map<String, String> cells) {
        var filled = new ArrayList<String>();
        for (var line : lines) {
            var blank = COLUMN.matcher(line).results().anyMatch(match -> cell(cells, match.group(1))
                    .isEmpty());
            if (!blank) {
                filled.add(COLUMN.matcher(line)
                        .replaceAll(match -> Matcher.quoteReplacement(cell(cells, match.group(1)))));
            }
        }
        return String.join(joinedBy, filled);
    }

    private static String translated(String field, String column, Rule rule, String cell) {
        if (rule.values() != null && rule.values().containsKey(cell)) {
            return rule.values().get(cell);
        }
        var lower = cell.toLowerCase(Locale.ROOT);
        for (var match : rule.matches() == null ? List.<Mapping.Match>of() : rule.matches()) {
            if (match.contains().stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)))) {
                return match.value();
            }
        }
        if (rule.otherwise() == null) {
            throw new FormRefusal(
                    field,
                    cell.isEmpty()
                            ? "is missing: column '%s' is blank".formatted(column)
                            : "'%s' in column '%s' has no meaning in this mapping".formatted(shown(cell), column));
        }
        return rule.otherwise();
    }

    private String date(String field, String column, String cell) {
        if (cell.isEmpty()) {
            return "";
        }
        var moment = moment(cell);
        if (moment == null) {
            throw new FormRefusal(
                    field,
                    "'%s' in column '%s' is not a date of the form %s"
                            .formatted(shown(cell), column, String.join(" or ", List.copyOf(mapping.dates()))));
        }
        return moment.toString();
    }

    private @Nullable Instant moment(String cell) {
        TemporalQuery<Object> day = LocalDate::from;
        TemporalQuery<Object> time = LocalDateTime::from;
        for (var format : dates) {
            try {
                var parsed = format.parseBest(cell, time, day);
                return parsed instanceof LocalDateTime at
                        ? at.atZone(zone).toInstant()
                        : ((LocalDate) parsed).atStartOfDay(zone).toInstant();
            } catch (DateTimeParseException tryNext) {
                // the next pattern may fit
            }
        }
        return null;
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }

    private static String shown(String cell) {
        return cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
    }
}
