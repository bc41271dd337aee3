package io.amends.imports;

import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.util.List;

/** Turns a file's records into rows of our fields. */
interface RowReader {

    /** @throws FormRefusal naming the columns that are missing or unknown */
    void header(List<String> columns);

    /** @throws FormRefusal naming the fields that cannot be read */
    Row row(CsvRecord record);

    /** Names every missing, unknown, doubled or nameless column at once. */
    static void check(List<String> columns, List<String> required, List<String> known) {
        var findings = new java.util.ArrayList<Finding>();
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            if (column.isEmpty()) {
                findings.add(new Finding("column " + (i + 1), "has no name in the header"));
            } else if (!known.contains(column)) {
                findings.add(new Finding(column, "is not a known column"));
            } else if (columns.indexOf(column) < i) {
                findings.add(new Finding(column, "is there twice"));
            }
        }
        for (var column : required) {
            if (!columns.contains(column)) {
                findings.add(new Finding(column, "is missing from the header"));
            }
        }
        if (!findings.isEmpty()) {
            throw new FormRefusal(findings);
        }
    }

    static void checkLength(CsvRecord record, List<String> columns) {
        if (record.cells().size() != columns.size()) {
            throw new FormRefusal(
                    "row",
                    "has %d cells where the header has %d"
                            .formatted(record.cells().size(), columns.size()));
        }
    }
}
