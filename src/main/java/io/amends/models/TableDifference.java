package io.amends.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of two versions of a table, side by side.
 *
 * @param columns of both versions; one that only one of them has says so
 * @param lines in the order of the later version, with what was removed where it stood
 */
record TableDifference(String key, String name, List<Column> columns, List<Line> lines) {

    /** @param fate empty, added or removed */
    record Column(String label, boolean out, String fate) {}

    /**
     * A row.
     *
     * @param fate same, added, removed, changed or moved
     * @param before its number, or 0
     * @param after its number, or 0
     */
    record Line(String fate, int before, int after, List<Cell> cells, Cell note) {}

    /** A cell of both versions. */
    record Cell(String before, String after) {

        public boolean isChanged() {
            return !before.equals(after);
        }
    }

    /** Whether no row differs. */
    boolean same() {
        return lines.stream().allMatch(line -> line.fate().equals("same"))
                && columns.stream().allMatch(column -> column.fate().isEmpty());
    }

    /** A row that only changed its place counts as changed: the order of rows may decide. */
    long count(String kind) {
        return lines.stream()
                .filter(line -> line.fate().equals(kind)
                        || (kind.equals(Change.CHANGED) && line.fate().equals("moved")))
                .count();
    }

    /** Whether there are lines that stayed as they are. */
    public long getUnchanged() {
        return lines.stream().filter(line -> line.fate().equals("same")).count();
    }

    static TableDifference between(TableSheet before, TableSheet after) {
        List<String> ids = columnIds(before, after);
        List<Column> columns = ids.stream()
                .map(id -> column(find(before, id), find(after, id)))
                .toList();
        Map<String, Integer> old = rows(before);
        Map<String, Integer> now = matched(before, after, old);
        Set<String> moved = Order.moved(List.copyOf(old.keySet()), List.copyOf(now.keySet()));
        List<Line> lines = new ArrayList<>();
        List<String> left = new ArrayList<>(old.keySet());
        now.forEach((id, number) -> {
            // what was removed before this row stands before it
            while (!left.isEmpty() && !now.containsKey(left.get(0))) {
                lines.add(line(ids, before, after, old.get(left.remove(0)), null, false));
            }
            left.remove(id);
            lines.add(line(ids, before, after, old.get(id), number, moved.contains(id)));
        });
        left.forEach(id -> lines.add(line(ids, before, after, old.get(id), null, false)));
        return new TableDifference(after.key(), after.name(), columns, List.copyOf(lines));
    }

    private static List<String> columnIds(TableSheet before, TableSheet after) {
        List<String> ids = new ArrayList<>();
        for (boolean out : List.of(false, true)) {
            after.columns().stream().filter(it -> it.out() == out).forEach(it -> ids.add(it.id()));
            before.columns().stream()
                    .filter(it -> it.out() == out && !ids.contains(it.id()))
                    .forEach(it -> ids.add(it.id()));
        }
        return ids;
    }

    private static TableSheet.@Nullable Column find(TableSheet table, String id) {
        return table.columns().stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Column column(TableSheet.@Nullable Column before, TableSheet.@Nullable Column after) {
        if (after == null) {
            return before == null
                    ? new Column("", false, "")
                    : new Column(before.label(), before.out(), Change.REMOVED);
        }
        return new Column(after.label(), after.out(), before == null ? Change.ADDED : "");
    }

    private static Map<String, Integer> rows(TableSheet table) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        table.rows().forEach(row -> rows.putIfAbsent(row.id(), rows.size()));
        return rows;
    }

    /** Rows are the same by id; one that lost it (a table made anew) by what it says. */
    private static Map<String, Integer> matched(TableSheet before, TableSheet after, Map<String, Integer> old) {
        Map<List<String>, String> bySaying = new HashMap<>();
        Set<String> kept = rows(after).keySet();
        before.rows().stream()
                .filter(row -> !kept.contains(row.id()))
                .forEach(row -> bySaying.putIfAbsent(row.cells(), row.id()));
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (int i = 0; i < after.rows().size(); i++) {
            TableSheet.Row row = after.rows().get(i);
            String same = old.containsKey(row.id()) ? null : bySaying.remove(row.cells());
            rows.putIfAbsent(same == null ? row.id() : same, i);
        }
        return rows;
    }

    private static Line line(
            List<String> ids,
            TableSheet before,
            TableSheet after,
            @Nullable Integer old,
            @Nullable Integer now,
            boolean moved) {
        TableSheet.Row was = old == null ? null : before.rows().get(old);
        TableSheet.Row is = now == null ? null : after.rows().get(now);
        List<Cell> cells = ids.stream()
                .map(id -> new Cell(cell(before, was, id), cell(after, is, id)))
                .toList();
        Cell note = new Cell(was == null ? "" : was.note(), is == null ? "" : is.note());
        String fate;
        if (was == null) {
            fate = Change.ADDED;
        } else if (is == null) {
            fate = Change.REMOVED;
        } else if (note.isChanged() || cells.stream().anyMatch(Cell::isChanged)) {
            fate = Change.CHANGED;
        } else {
            fate = moved ? "moved" : "same";
        }
        return new Line(fate, old == null ? 0 : old + 1, now == null ? 0 : now + 1, cells, note);
    }

    private static String cell(TableSheet table, TableSheet.@Nullable Row row, String column) {
        if (row == null) {
            return "";
        }
        for (int i = 0; i < table.columns().size() && i < row.cells().size(); i++) {
            if (table.columns().get(i).id().equals(column)) {
                return row.cells().get(i);
            }
        }
        return "";
    }
}
