package io.amends.clock;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes many cases of the only one that a PostgreSQL database has: the same rows, with ids and a case number of their own. */
final class CloneOfACase {

    /** In an order that the foreign keys allow. */
    private static final List<String> TABLES = List.of(
            "act_ru_execution",
            "act_ru_event_subscr",
            "act_ru_variable",
            "act_ru_job",
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_varinst",
            "case_clock",
            "case_clock_keeper");

    /** These name what all cases share. */
    private static final Set<String> SHARED =
            Set.of("proc_def_id_", "process_def_id_", "job_def_id_", "deployment_id_");

    private static final String ID = "([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})";

    private final JdbcClient jdbc;

    CloneOfACase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param caseNumber of the case that is there, which ends in {@code 000001} */
    void upTo(int count, String caseNumber) {
        for (String table : TABLES) {
            List<String> columns = columns(table, "");
            List<String> texts = columns(table, " and data_type = 'character varying'");
            String values = columns.stream()
                    .map(column ->
                            texts.contains(column) && !SHARED.contains(column) ? ofItsOwn(column) : "one." + column)
                    .collect(Collectors.joining(", "));
            jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from "
                            + table + " one, generate_series(2, :count) number")
                    .param("count", count)
                    .param("case", caseNumber)
                    .param("id", ID)
                    .update();
            jdbc.sql("analyze " + table).update();
        }
    }

    private static String ofItsOwn(String column) {
        return "replace(regexp_replace(one." + column + ", :id, '\\1-' || number, 'g'), :case,"
                + " left(:case, -6) || lpad(number::text, 6, '0'))";
    }

    private List<String> columns(String table, String condition) {
        return jdbc.sql("select column_name from information_schema.columns where table_name = :table" + condition)
                .param("table", table)
                .query(String.class)
                .list();
    }
}
