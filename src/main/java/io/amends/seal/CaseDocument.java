package io.amends.seal;

import io.amends.casefile.CaseTable;
import io.amends.casefile.CaseTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The record of a case as it is sealed: each table with its key, its columns in the order of their names, and the rows of the case in the order
 * of their keys. Personal values are commitments, all others texts or null.
 */
@Component
class CaseDocument {

    static final String FORMAT = "1";

    private final CaseTables register;
    private final CaseRows rows;

    CaseDocument(CaseTables register, CaseRows rows) {
        this.register = register;
        this.rows = rows;
    }

    /** In its canonical form. */
    String write(String caseNumber, Commitment commitment) {
        List<String> processes = rows.processes(caseNumber);
        Map<String, Object> tables = new LinkedHashMap<>();
        for (CaseTable table : register.tables()) {
            if (table.sealed()) {
                tables.put(table.name(), table(table, rows.of(table, caseNumber, processes), commitment));
            }
        }
        return Canonical.json(Map.of("case", caseNumber, "format", FORMAT, "tables", tables));
    }

    /** The record of a case that was deleted. */
    static String ofDeleted(String caseNumber, String why) {
        return Canonical.json(Map.of("case", caseNumber, "format", FORMAT, "deleted", why));
    }

    private static Map<String, Object> table(CaseTable table, List<CaseRow> rows, Commitment commitment) {
        List<String> columns = new ArrayList<>(table.plain());
        columns.addAll(table.personal().keySet());
        columns.sort(null);
        List<Object> written = new ArrayList<>();
        for (CaseRow row : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (String column : columns) {
                String value = row.values().get(column);
                cells.add(
                        value != null && row.personal().contains(column)
                                ? commitment.to(table.name(), row.key(), column, value)
                                : value);
            }
            written.add(cells);
        }
        return Map.of("columns", columns, "key", table.key(), "rows", written);
    }
}
