package io.amends.bench;

import io.amends.casefile.CaseTable;
import io.amends.casefile.CaseTables;
import io.amends.testing.Postgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Many closed cases out of one that was worked through the engine: all its rows, by the register of case tables, again and again with
 * ids, case number, customer and owner of their own, ten minutes earlier each time. For PostgreSQL only.
 */
final class ClonedCases {

    /** So many customers share the cases. */
    static final int CUSTOMERS = 20_000;

    /** So do these owners, who are people of the demo. */
    static final List<String> OWNERS = List.of("agent", "agent2", "lead", "manager");

    private static final int AT_ONCE = 5_000;
    private static final long NUMBERS_APART = 1_000_000;
    private static final String OWN_ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String ID = "#";
    private static final int NO_MACHINE = 2_000_000;
    private static final String CASE = "@case";
    private static final Set<String> ONE_EACH = Set.of("message_id", "external_id");

    private static final String PERSON = "lpad(cast(n %% %d as varchar), 6, '0')".formatted(CUSTOMERS);
    private static final String NUMBER = "'CMP-2019-' || lpad(cast(n as varchar), 6, '0')";
    private static final String CUSTOMER = "'B-' || " + PERSON;
    private static final String MAIL = "'somebody' || " + PERSON + " || '@example.org'";
    private static final Map<String, String> OF_CASE_FILE = Map.of(
            "customer_number",
            CUSTOMER,
            "party_name",
            "'Somebody ' || " + PERSON,
            "party_mail",
            MAIL,
            "owner_id",
            "(array['%s'])[1 + n %% %d]".formatted(String.join("', '", OWNERS), OWNERS.size()));

    private final JdbcClient jdbc;
    private final CaseTables register;
    private final Map<String, String> inserts = new TreeMap<>();
    private int rows;

    ClonedCases(JdbcClient jdbc, CaseTables register) {
        this.jdbc = jdbc;
        this.register = register;
    }

    static String caseNumber(int n) {
        return "CMP-2019-%06d".formatted(n);
    }

    static String customer(int n) {
        return "B-%06d".formatted(n % CUSTOMERS);
    }

    static String mail(int n) {
        return "somebody%06d@example.org".formatted(n % CUSTOMERS);
    }

    static String owner(int n) {
        return OWNERS.get(n % OWNERS.size());
    }

    /** @return how many rows one case has in all tables */
    int take(String caseNumber) {
        List<String> processes = jdbc.sql("select proc_inst_id_ from act_hi_procinst where business_key_ = ?")
                .param(caseNumber)
                .query(String.class)
                .list();
        for (CaseTable table : register.tables()) {
            if (!table.name().equals("case_word")) {
                take(table, caseNumber, processes);
            }
        }
        jdbc.sql(
                        "insert into customer (number, name, mail) select %s, 'Somebody ' || %s, %s from generate_series(1, %d) n"
                                .formatted(CUSTOMER, PERSON, MAIL, CUSTOMERS))
                .update();
        return rows;
    }

    /** Makes so many cases in the database that one was taken from, or in a copy of it. */
    void make(String database, int cases) {
        SingleConnectionDataSource connection = new SingleConnectionDataSource(database, Postgres.USER, "", true);
        try {
            make(JdbcClient.create(connection), cases);
        } finally {
            connection.destroy();
        }
    }

    private void make(JdbcClient loader, int cases) {
        loader.sql("set maintenance_work_mem = '1GB'").update();
        // the rows fit together as those do that they are made of
        loader.sql("set session_replication_role = 'replica'").update();
        List<Map<String, Object>> indexes = withoutConstraint(loader);
        indexes.forEach(
                index -> loader.sql("drop index " + index.get("indexname")).update());
        for (int begin = 0; begin < cases; begin += AT_ONCE) {
            int end = Math.min(cases, begin + AT_ONCE);
            for (String insert : inserts.values()) {
                loader.sql(insert).params(begin + 1, end).update();
            }
            words(loader, begin + 1, end);
            System.out.printf(Locale.ROOT, "%,d cases%n", end);
        }
        indexes.forEach(
                index -> loader.sql(String.valueOf(index.get("indexdef"))).update());
        loader.sql("vacuum analyze").update();
    }

    // each row in every index at its place would take hours; made anew they are the same
    private List<Map<String, Object>> withoutConstraint(JdbcClient loader) {
        return loader.sql(
                        "select indexname, indexdef from pg_indexes i where schemaname = 'public' and tablename in (:tables)"
                                + " and not exists (select 1 from pg_constraint c where c.conname = i.indexname)")
                .param(
                        "tables",
                        Stream.concat(inserts.keySet().stream(), Stream.of("case_word"))
                                .toList())
                .query()
                .listOfRows();
    }

    private void take(CaseTable table, String caseNumber, List<String> processes) {
        String copy = "bench_" + table.name();
        jdbc.sql("create table " + copy + " as select * from " + table.name() + " where " + table.rows())
                .param("case", caseNumber)
                .param("processes", processes)
                .update();
        int found =
                jdbc.sql("select count(*) from " + copy).query(Integer.class).single();
        rows += found;
        if (found == 0) {
            return;
        }
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Map<String, Object> column : jdbc.sql("select column_name, data_type from information_schema.columns"
                        + " where table_schema = 'public' and table_name = ? order by ordinal_position")
                .param(table.name())
                .query()
                .listOfRows()) {
            String name = String.valueOf(column.get("column_name"));
            columns.add(name);
            values.add(value(table.name(), copy, name, String.valueOf(column.get("data_type")), caseNumber));
        }
        inserts.put(
                table.name(),
                "insert into %s (%s) select %s from %s c cross join generate_series(?, ?) n"
                        .formatted(table.name(), String.join(", ", columns), String.join(", ", values), copy));
    }

    private String value(String table, String copy, String column, String type, String caseNumber) {
        if (table.equals("case_file")) {
            String own = OF_CASE_FILE.get(column);
            if (own != null) {
                return own;
            }
        }
        return switch (type) {
            case "uuid" -> "cast(md5(cast(c.%s as text) || n) as uuid)".formatted(column);
            case "bigint" ->
                numbered(column) ? "c.%s + cast(n as bigint) * %d".formatted(column, NUMBERS_APART) : "c." + column;
            case "timestamp with time zone", "timestamp without time zone" ->
                "c.%s - n * interval '10 minutes'".formatted(column);
            case "character varying", "text" -> text(copy, column, caseNumber);
            default -> "c." + column;
        };
    }

    private static boolean numbered(String column) {
        return column.equals("id") || column.equals("nr") || column.endsWith("_id");
    }

    // marked once in the copy, so that making many is a plain replacement
    private String text(String copy, String column, String caseNumber) {
        if (ONE_EACH.contains(column)) {
            return "c.%s || '-' || n".formatted(column);
        }
        if (column.equals("token_hash")) {
            return "md5(c.token_hash || n) || md5(n || c.token_hash)";
        }
        int cases = jdbc.sql("update %s set %s = ? where %s = ?".formatted(copy, column, column))
                .params(CASE, caseNumber)
                .update();
        int ids = column.contains("def_id") || column.contains("deployment") || column.contains("dec_req_id")
                ? 0
                // its last seven digits name the machine that made it, the same for all
                : jdbc.sql("update %s set %s = left(%s, -7) || '%s' where %s ~ ?"
                                .formatted(copy, column, column, ID, column))
                        .param("^([A-Za-z_0-9]+:)?" + OWN_ID + "$")
                        .update();
        if (cases > 0) {
            return "replace(c.%s, '%s', %s)".formatted(column, CASE, NUMBER);
        }
        return ids > 0
                ? "replace(c.%s, '%s', cast(n + %d as varchar))".formatted(column, ID, NO_MACHINE)
                : "c." + column;
    }

    private static void words(JdbcClient loader, int from, int upTo) {
        for (String word :
                List.of(NUMBER.toLowerCase(Locale.ROOT), CUSTOMER.toLowerCase(Locale.ROOT), MAIL, "'somebody'")) {
            loader.sql(
                            "insert into case_word (case_number, word, stem) select %s, %s, left(%s, 3) from generate_series(?, ?) n"
                                    .formatted(NUMBER, word, word))
                    .params(from, upTo)
                    .update();
        }
    }
}
