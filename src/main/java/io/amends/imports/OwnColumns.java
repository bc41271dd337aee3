package io.amends.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A file whose columns are named like our fields. */
class OwnColumns implements RowReader {

    private final ImportTarget<?> target;
    private List<String> columns = List.of();

    OwnColumns(ImportTarget<?> target) {
        this.target = target;
    }

    @Override
    public void header(List<String> columns) {
        RowReader.check(columns, new ArrayList<>(target.required()), new ArrayList<>(target.fields()));
        this.columns = columns;
    }

    @Override
    public Row row(CsvRecord record) {
        RowReader.checkLength(record, columns);
        var fields = new LinkedHashMap<String, String>();
        for (var i = 0; i < columns.size(); i++) {
            if (!record.cells().get(i).isBlank()) {
                fields.put(columns.get(i), record.cells().get(i));
            }
        }
        return new Row(record.line(), fields);
    }
}
