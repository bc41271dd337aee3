package io.amends.models;

import java.util.List;

/**
 * What differs between two versions of a file.
 *
 * @param changes of parts: steps, fields, columns
 * @param moved names of parts that only moved on the drawing
 * @param tables row by row, for a file of tables
 */
record Difference(List<Change> changes, List<String> moved, List<TableDifference> tables) {

    static final Difference NONE = new Difference(List.of(), List.of(), List.of());

    /** Whether nothing but the drawing changed. */
    public boolean isDrawingOnly() {
        return changes.isEmpty() && tables.stream().allMatch(TableDifference::same);
    }

    public boolean isNone() {
        return isDrawingOnly() && moved.isEmpty();
    }

    /** How many parts were added, removed or changed. */
    public long count(String kind) {
        return changes.stream().filter(change -> change.kind().equals(kind)).count()
                + tables.stream().mapToLong(table -> table.count(kind)).sum();
    }

    /** Such as {@code 2 added, 1 changed, 3 moved on the drawing only}. */
    public String summary() {
        StringBuilder summary = new StringBuilder();
        for (String kind : List.of(Change.ADDED, Change.REMOVED, Change.CHANGED)) {
            add(summary, count(kind), kind);
        }
        add(summary, moved.size(), "moved on the drawing only");
        return summary.isEmpty() ? "nothing that counts" : summary.toString();
    }

    private static void add(StringBuilder summary, long count, String what) {
        if (count > 0) {
            summary.append(summary.isEmpty() ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(what);
        }
    }
}
