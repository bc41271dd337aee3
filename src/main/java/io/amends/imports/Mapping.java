package io.amends.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How another system's columns become our fields: a file {@code imports/<name>.yaml}.
 *
 * @param target which import it is for
 * @param required columns a file must have
 * @param optional columns a file may have
 * @param dates patterns of the file's dates, tried in this order
 * @param zone time zone of dates without one
 * @param id where a row's external id comes from, or null when a field rule gives it
 * @param fields our field to rule
 * @param checks what must hold between columns
 */
record Mapping(
        String target,
        String description,
        List<String> required,
        @Nullable List<String> optional,
        @Nullable List<String> dates,
        @Nullable String zone,
        @Nullable Id id,
        Map<String, Rule> fields,
        @Nullable List<Check> checks) {

    /**
     * Where one field comes from; exactly one of column, constant and lines.
     *
     * @param lines templates with columns in braces; one with a blank column is left out, the others are joined
     * @param joinedBy between the lines; a line break when missing
     * @param values cell to value; other cells are refused unless there are matches or otherwise
     * @param matches tried in order where no value fits
     * @param otherwise value where nothing fits
     * @param date true when the cell is a date that becomes a moment
     */
    record Rule(
            @Nullable String column,
            @Nullable String constant,
            @Nullable List<String> lines,
            @Nullable String joinedBy,
            @Nullable Map<String, String> values,
            @Nullable List<Match> matches,
            @Nullable String otherwise,
            @Nullable Boolean date) {}

    /** A value for cells that contain one of the words, in any case. */
    record Match(String value, List<String> contains) {}

    /**
     * The external id of a row.
     *
     * @param field which of our fields it is
     * @param column used where the file has it and it is filled, or null
     * @param of columns that make a row what it is, hashed; identical rows are numbered
     */
    record Id(String field, @Nullable String column, List<String> of) {}

    /** A date that must not lie before another. */
    record Check(String column, String notBefore, String reason) {}

    List<String> optionalColumns() {
        return optional == null ? List.of() : optional;
    }

    List<Check> allChecks() {
        return checks == null ? List.of() : checks;
    }
}
