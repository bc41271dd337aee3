package io.amends.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a file, of whatever kind. */
final class FileDifference {

    private FileDifference() {}

    /** @param before null for a file that is new */
    static Difference between(String name, byte @Nullable [] before, byte[] after) {
        return switch (Kind.ofFile(name).orElse(Kind.FORM)) {
            case PROCESS -> Parts.compare(before == null ? List.of() : DiagramParts.of(before), DiagramParts.of(after));
            case TABLE -> tables(before == null ? List.of() : TableSheet.of(before), TableSheet.of(after));
            case FORM ->
                before == null ? Parts.compare(List.of(), FormParts.of(after)) : FormParts.compare(before, after);
        };
    }

    /** One decision of a file. */
    static Difference ofTable(String key, byte[] before, byte[] after) {
        return tables(
                TableSheet.of(before, key).map(List::of).orElse(List.of()),
                TableSheet.of(after, key).map(List::of).orElse(List.of()));
    }

    /** Keys and names of the other decisions of the file that are not as they were, those that it has now. */
    static Map<String, String> otherTables(String key, byte[] before, byte[] after) {
        Map<String, TableSheet> old = new HashMap<>();
        TableSheet.of(before).forEach(table -> old.put(table.key(), table));
        Map<String, String> others = new LinkedHashMap<>();
        for (TableSheet table : TableSheet.of(after)) {
            TableSheet was = old.get(table.key());
            boolean same = was != null && tables(List.of(was), List.of(table)).isNone();
            if (!table.key().equals(key) && !same) {
                others.put(table.key(), table.name().isEmpty() ? table.key() : table.name());
            }
        }
        return others;
    }

    private static Difference tables(List<TableSheet> before, List<TableSheet> after) {
        Map<String, TableSheet> old = new HashMap<>();
        before.forEach(table -> old.put(table.key(), table));
        List<TableDifference> tables = new ArrayList<>();
        for (TableSheet table : after) {
            TableSheet was = old.getOrDefault(
                    table.key(),
                    new TableSheet(table.key(), table.name(), "", "", List.of(), List.of(), "", List.of()));
            TableDifference rows = TableDifference.between(was, table);
            if (!rows.same()) {
                tables.add(rows);
            }
        }
        Difference parts = Parts.compare(parts(before), parts(after));
        return new Difference(parts.changes(), parts.moved(), List.copyOf(tables));
    }

    private static List<Part> parts(List<TableSheet> tables) {
        return tables.stream().flatMap(table -> table.parts().stream()).toList();
    }
}
