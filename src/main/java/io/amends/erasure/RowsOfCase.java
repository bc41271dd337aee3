package io.amends.erasure;

import io.amends.casefile.CaseTable;
import io.amends.casefile.CaseTables;
import io.amends.casefile.PersonalColumn;
import io.amends.casefile.PersonalColumn.Erasing;
import io.amends.web.LikePattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts and erases what the register of case tables calls personal, row by row of a case. */
@Component
class RowsOfCase {

    private static final String BINARY = "bytes";
    private static final Set<String> BINARY_COLUMNS = Set.of(BINARY, "bytes_", "full_msg_");

    private final JdbcClient jdbc;
    private final CaseTables register;

    RowsOfCase(JdbcClient jdbc, CaseTables register) {
        this.jdbc = jdbc;
        this.register = register;
    }

    /** The case with all processes that ran for it, those that sorted its mail included. */
    Scope scope(String caseNumber) {
        return new Scope(
                caseNumber,
                jdbc.sql("select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = :case"
                                + " or BUSINESS_KEY_ in (select m.number from inbox_mail m where m.case_number = :case)"
                                + " order by START_TIME_, ID_")
                        .param("case", caseNumber)
                        .query(String.class)
                        .list());
    }

    /** How many rows of which table hold something of people; tables without any are missing. */
    Map<String, Integer> count(Scope scope) {
        return each((table, group) -> counted(table, group, scope));
    }

    /** @return what {@link #count} said before */
    Map<String, Integer> erase(Scope scope) {
        Map<String, Integer> counts = count(scope);
        each((table, group) -> erased(table, group, scope));
        return counts;
    }

    /**
     * Erases only those rows that hold one of these words, each with all that is personal on it.
     *
     * @return rows by table
     */
    Map<String, Integer> eraseWhere(Scope scope, Set<String> needles) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (usable(needles).isEmpty()) {
            return counts;
        }
        for (CaseTable table : register.tables()) {
            int rows = told(table, scope, needles, true);
            if (rows > 0) {
                counts.put(table.name(), rows);
            }
        }
        return counts;
    }

    /** What {@link #eraseWhere} would erase. */
    Map<String, Integer> countWhere(Scope scope, Set<String> needles) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (usable(needles).isEmpty()) {
            return counts;
        }
        for (CaseTable table : register.tables()) {
            int rows = told(table, scope, needles, false);
            if (rows > 0) {
                counts.put(table.name(), rows);
            }
        }
        return counts;
    }

    /** Reads all rows of a case, in the order of their key. */
    void read(CaseTable table, Scope scope, RowCallbackHandler reader) {
        run(
                        "select * from " + table.name() + " where " + table.rows() + " order by "
                                + String.join(", ", table.key()),
                        scope)
                .query(reader);
    }

    /** The first key of each row of a case. */
    List<String> keys(CaseTable table, Scope scope) {
        return run("select " + table.key().get(0) + " from " + table.name() + " where " + table.rows(), scope)
                .query(String.class)
                .list();
    }

    boolean any(CaseTable table, Scope scope) {
        return run("select count(*) from " + table.name() + " where " + table.rows(), scope)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void delete(CaseTable table, Scope scope) {
        run("delete from " + table.name() + " where " + table.rows(), scope).update();
    }

    private Map<String, Integer> each(BiFunction<CaseTable, Group, Integer> work) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (CaseTable table : register.tables()) {
            int rows = 0;
            for (Group group : groups(table)) {
                rows = Math.max(rows, work.apply(table, group));
            }
            if (rows > 0) {
                counts.put(table.name(), rows);
            }
        }
        return counts;
    }

    private int counted(CaseTable table, Group group, Scope scope) {
        return run("select count(*) from " + table.name() + " where " + where(table, group), scope)
                .query(Integer.class)
                .single();
    }

    private int erased(CaseTable table, Group group, Scope scope) {
        String sql = group.row()
                ? "delete from " + table.name() + " where " + where(table, group)
                : "update " + table.name() + " set " + group.sets(table) + " where " + where(table, group);
        return run(sql, scope).update();
    }

    private int told(CaseTable table, Scope scope, Set<String> needles, boolean erase) {
        List<String> columns = table.personal().keySet().stream()
                .filter(column -> !BINARY_COLUMNS.contains(column))
                .toList();
        if (columns.isEmpty()) {
            return 0;
        }
        List<String> words = usable(needles);
        String fits = columns.stream()
                .flatMap(column -> IntStream.range(0, words.size())
                        .mapToObj(i -> "lower(" + column + ") like :needle" + i + " escape '!'"))
                .collect(Collectors.joining(" or ", "(", ")"));
        String rows = table.name() + " where (" + table.rows() + ") and " + fits;
        int count = with(run("select count(*) from " + rows, scope), words)
                .query(Integer.class)
                .single();
        if (erase && count > 0) {
            String sql = table.erasedByRow()
                    ? "delete from " + rows
                    : "update " + table.name() + " set "
                            + new Group(null, new ArrayList<>(table.personal().entrySet())).sets(table)
                            + rows.substring(table.name().length());
            with(run(sql, scope), words).update();
        }
        return count;
    }

    private static List<String> usable(Set<String> needles) {
        return needles.stream()
                .map(String::strip)
                .filter(Person::tells)
                .map(word -> LikePattern.anywhere(word.toLowerCase(Locale.ROOT)))
                .distinct()
                .toList();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, List<String> words) {
        JdbcClient.StatementSpec filled = statement;
        for (int i = 0; i < words.size(); i++) {
            filled = filled.param("needle" + i, words.get(i));
        }
        return filled;
    }

    private JdbcClient.StatementSpec run(String sql, Scope scope) {
        return register.filled(jdbc, sql, scope.caseNumber(), scope.processes());
    }

    private static String where(CaseTable table, Group group) {
        return "(" + table.rows() + ")" + (group.when() == null ? "" : " and (" + group.when() + ")") + " and "
                + group.something();
    }

    /** Columns that are erased together: by the same condition, and with the row or without. */
    private static List<Group> groups(CaseTable table) {
        Map<String, List<Map.Entry<String, PersonalColumn>>> byCondition = new LinkedHashMap<>();
        table.personal().entrySet().forEach(column -> byCondition
                .computeIfAbsent(Objects.requireNonNullElse(column.getValue().when(), ""), it -> new ArrayList<>())
                .add(column));
        return byCondition.entrySet().stream()
                .map(one -> new Group(one.getKey().isEmpty() ? null : one.getKey(), one.getValue()))
                .toList();
    }

    /**
     * What belongs to a case.
     *
     * @param processes ids of its process instances, the oldest first
     */
    record Scope(String caseNumber, List<String> processes) {}

    private record Group(@Nullable String when, List<Map.Entry<String, PersonalColumn>> columns) {

        boolean row() {
            return columns.stream().anyMatch(column -> column.getValue().erasing() == Erasing.ROW);
        }

        String sets(CaseTable table) {
            return columns.stream()
                    .map(column -> column.getKey() + " = "
                            + value(column.getKey(), column.getValue().erasing(), table))
                    .collect(Collectors.joining(", "));
        }

        /** Whether there is anything left to erase. */
        String something() {
            if (row()) {
                return "1 = 1";
            }
            return columns.stream()
                    .map(column -> left(column.getKey(), column.getValue().erasing()))
                    .collect(Collectors.joining(" or ", "(", ")"));
        }

        private static String left(String column, Erasing erasing) {
            if (erasing == Erasing.NOTHING || BINARY_COLUMNS.contains(column)) {
                return column + " is not null";
            }
            return erasing == Erasing.UNIQUE_MARKER
                    ? column + " not like '" + CaseTables.MARKER + "%'"
                    : "(" + column + " <> '" + CaseTables.MARKER + "' and " + column + " <> '')";
        }

        private static String value(String column, Erasing erasing, CaseTable table) {
            return switch (erasing) {
                case NOTHING, ROW -> "null";
                // where nothing was said, nothing is erased
                case MARKER ->
                    "case when " + column + " is null or " + column + " = '' then " + column + " else '"
                            + CaseTables.MARKER + "' end";
                case UNIQUE_MARKER ->
                    "'" + CaseTables.MARKER + " ' || cast(" + table.key().get(0) + " as varchar(64))";
            };
        }
    }
}
