package io.amends.erasure;

import io.amends.casefile.CaseTable;
import io.amends.casefile.CaseTables;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes all rows of a case, the engine's by the engine; whoever calls it holds the case's row and has archived it. */
@Component
class CaseRemover {

    private static final String ENGINE = "act_";
    private static final String BYTES = "act_ge_bytearray";
    private static final int AT_ONCE = 1_000;

    private final CaseTables register;
    private final RowsOfCase rows;
    private final HistoryService history;
    private final JdbcClient jdbc;
    private final JdbcTemplate connections;
    private volatile @Nullable List<CaseTable> order;

    CaseRemover(
            CaseTables register, RowsOfCase rows, HistoryService history, JdbcClient jdbc, JdbcTemplate connections) {
        this.register = register;
        this.rows = rows;
        this.history = history;
        this.jdbc = jdbc;
        this.connections = connections;
    }

    void remove(String caseNumber) {
        RowsOfCase.Scope scope = rows.scope(caseNumber);
        List<String> bytes = rows.keys(table(BYTES), scope);
        for (CaseTable table : ours()) {
            rows.delete(table, scope);
        }
        if (!scope.processes().isEmpty()) {
            history.deleteHistoricProcessInstancesIfExists(scope.processes());
        }
        // what the engine leaves: identity links, the operation log, bytes of either
        engines().forEach(table -> rows.delete(table, scope));
        for (int from = 0; from < bytes.size(); from += AT_ONCE) {
            jdbc.sql("delete from ACT_GE_BYTEARRAY where ID_ in (:ids)")
                    .param("ids", bytes.subList(from, Math.min(from + AT_ONCE, bytes.size())))
                    .update();
        }
        register.tables().forEach(table -> {
            if (rows.any(table, scope)) {
                throw new IllegalStateException("Rows of " + caseNumber + " are left in " + table.name());
            }
        });
    }

    private CaseTable table(String name) {
        return register.find(name).orElseThrow();
    }

    /** Decision inputs and outputs are found by their decision, so they go before it; bytes go by their ids. */
    private List<CaseTable> engines() {
        return register.tables().stream()
                .filter(table ->
                        table.name().startsWith(ENGINE) && !table.name().equals(BYTES))
                .sorted(Comparator.comparing(table -> table.name().equals("act_hi_decinst")))
                .toList();
    }

    /** Ours, each before those that it refers to. */
    private List<CaseTable> ours() {
        List<CaseTable> known = order;
        if (known == null) {
            known = childrenFirst();
            order = known;
        }
        return known;
    }

    private List<CaseTable> childrenFirst() {
        Map<String, CaseTable> tables = register.tables().stream()
                .filter(table -> !table.name().startsWith(ENGINE))
                .collect(Collectors.toMap(CaseTable::name, Function.identity()));
        Map<String, Set<String>> parents = connections.execute((Connection connection) -> {
            Map<String, Set<String>> found = new HashMap<>();
            for (String name : tables.keySet()) {
                found.put(name, referredTo(connection.getMetaData(), connection.getSchema(), name));
            }
            return found;
        });
        LinkedHashSet<String> parentsFirst = new LinkedHashSet<>();
        // rows found by another table's rows go before that one, whether there is a foreign key or not
        List<String> byCase = register.tables().stream()
                .map(CaseTable::name)
                .filter(tables::containsKey)
                .toList();
        byCase.forEach(
                name -> add(name, parents == null ? Map.of() : parents, tables, parentsFirst, new LinkedHashSet<>()));
        List<String> reversed = new ArrayList<>(parentsFirst);
        Collections.reverse(reversed);
        return reversed.stream().map(tables::get).toList();
    }

    private static void add(
            String name,
            Map<String, Set<String>> parents,
            Map<String, CaseTable> tables,
            Set<String> done,
            Set<String> underWay) {
        if (!tables.containsKey(name) || done.contains(name) || !underWay.add(name)) {
            return;
        }
        Set<String> before = new LinkedHashSet<>(parents.getOrDefault(name, Set.of()));
        String rows = tables.get(name).rows();
        tables.keySet().stream()
                .filter(other -> !other.equals(name) && rows.contains("from " + other + " "))
                .forEach(before::add);
        before.forEach(one -> add(one, parents, tables, done, underWay));
        done.add(name);
    }

    private static Set<String> referredTo(DatabaseMetaData database, String schema, String table) throws SQLException {
        boolean upper = database.storesUpperCaseIdentifiers();
        Set<String> names = new LinkedHashSet<>();
        try (ResultSet keys = database.getImportedKeys(null, schema, upper ? table.toUpperCase(Locale.ROOT) : table)) {
            while (keys.next()) {
                names.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
