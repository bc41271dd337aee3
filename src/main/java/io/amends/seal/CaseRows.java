package io.amends.seal;

import io.amends.casefile.CaseTable;
import io.amends.casefile.CaseTables;
import io.amends.casefile.PersonalColumn;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows of a case by the register of case tables. */
@Component
class CaseRows {

    private static final String FLAG = "personal_flag_";

    private final JdbcClient jdbc;
    private final CaseTables register;
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    CaseRows(JdbcClient jdbc, CaseTables register) {
        this.jdbc = jdbc;
        this.register = register;
    }

    /** Ids of the process instances that bear the number of the case. */
    List<String> processes(String caseNumber) {
        return jdbc.sql("select id_ from act_hi_procinst where business_key_ = ? order by id_")
                .param(caseNumber)
                .query(String.class)
                .list();
    }

    /** In the order of their keys. */
    List<CaseRow> of(CaseTable table, String caseNumber, List<String> processes) {
        String sql = statements.computeIfAbsent(table.name(), name -> select(table));
        List<CaseRow> rows = new ArrayList<>(register.filled(jdbc, sql, caseNumber, processes)
                .query((row, number) -> row(table, row))
                .list());
        rows.sort(Comparator.comparing(CaseRow::key));
        return rows;
    }

    private static String select(CaseTable table) {
        List<String> what = new ArrayList<>(sealed(table));
        table.personal().forEach((column, personal) -> {
            if (personal.when() != null) {
                what.add("case when " + personal.when() + " then 1 else 0 end as " + FLAG + column);
            }
        });
        return "select " + String.join(", ", what) + " from " + table.name() + " where " + table.rows();
    }

    private static List<String> sealed(CaseTable table) {
        List<String> columns = new ArrayList<>(table.plain());
        columns.addAll(table.personal().keySet());
        return columns;
    }

    private static CaseRow row(CaseTable table, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable String> values = new HashMap<>();
        Set<String> personal = always(table.personal());
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            if (!name.startsWith(FLAG)) {
                values.put(name, Cells.text(row, columns, i));
            } else if (row.getInt(i) == 1) {
                personal.add(name.substring(FLAG.length()));
            }
        }
        return new CaseRow(
                table.key().stream()
                        .map(column -> String.valueOf(values.get(column)))
                        .collect(Collectors.joining("/")),
                values,
                personal);
    }

    private static Set<String> always(Map<String, PersonalColumn> columns) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().when() == null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
