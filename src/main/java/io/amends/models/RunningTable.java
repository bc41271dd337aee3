package io.amends.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many processes run, each by one statement. A called process counts as one of its own diagram. */
@Repository
class RunningTable {

    private final JdbcClient jdbc;

    RunningTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Running ones by key of the process. */
    Map<String, Long> byKey() {
        return counts(jdbc.sql("select p.KEY_ as what, count(*) as many from ACT_RU_EXECUTION e"
                + " join ACT_RE_PROCDEF p on p.ID_ = e.PROC_DEF_ID_ where e.PARENT_ID_ is null group by p.KEY_"));
    }

    /** Running ones of one process by id of its version. */
    Map<String, Long> byVersion(String key) {
        return counts(jdbc.sql("select e.PROC_DEF_ID_ as what, count(*) as many from ACT_RU_EXECUTION e"
                        + " join ACT_RE_PROCDEF p on p.ID_ = e.PROC_DEF_ID_ where p.KEY_ = ? and e.PARENT_ID_ is null"
                        + " group by e.PROC_DEF_ID_")
                .param(key));
    }

    /** How many wait at which step of any version: by id of the version, then by id of the step. */
    Map<String, Map<String, Long>> byStep(String key) {
        Map<String, Map<String, Long>> steps = new LinkedHashMap<>();
        jdbc.sql("select e.PROC_DEF_ID_ as version, e.ACT_ID_ as step, count(*) as many from ACT_RU_EXECUTION e"
                        + " join ACT_RE_PROCDEF p on p.ID_ = e.PROC_DEF_ID_"
                        + " where p.KEY_ = ? and e.IS_ACTIVE_ = true and e.ACT_ID_ is not null"
                        + " group by e.PROC_DEF_ID_, e.ACT_ID_ order by e.ACT_ID_")
                .param(key)
                .query(row -> {
                    steps.computeIfAbsent(row.getString("version"), version -> new LinkedHashMap<>())
                            .put(row.getString("step"), row.getLong("many"));
                });
        return steps;
    }

    private static Map<String, Long> counts(JdbcClient.StatementSpec statement) {
        Map<String, Long> counts = new LinkedHashMap<>();
        statement.query(row -> {
            counts.put(row.getString("what"), row.getLong("many"));
        });
        return counts;
    }
}
