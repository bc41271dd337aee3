package io.amends.moving;

import io.amends.moving.Place.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where running processes wait, read from the engine's tables: its queries would have to be asked once for each of thousands of processes.
 * A token is an execution with a step and no execution below it.
 */
@Repository
class TokenTable {

    private static final String OF_THE_CASES = """
            (p.BUSINESS_KEY_ in (select k.BUSINESS_KEY_ from ACT_RU_EXECUTION k
                where k.PARENT_ID_ is null and k.PROC_DEF_ID_ in (:definitions))
            or (p.BUSINESS_KEY_ is null and p.PROC_DEF_ID_ in (:definitions)))""";

    private static final String TOKENS = """
            select p.ID_ as instance, p.BUSINESS_KEY_ as case_number, p.PROC_DEF_ID_ as definition, e.ACT_ID_ as activity,
                (select min(j.HANDLER_CFG_) from ACT_RU_JOB j
                    where j.EXECUTION_ID_ = e.ID_ and j.HANDLER_TYPE_ = 'async-continuation') as turn
            from ACT_RU_EXECUTION p
            left join ACT_RU_EXECUTION e on e.PROC_INST_ID_ = p.ID_ and e.ACT_ID_ is not null
                and not exists (select 1 from ACT_RU_EXECUTION below where below.PARENT_ID_ = e.ID_)
            where p.PARENT_ID_ is null and\s""";

    private final JdbcClient jdbc;

    TokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Versions of these processes on which something runs, newest first, by process. */
    Map<String, List<Version>> versions(Collection<String> processes) {
        if (processes.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select d.KEY_ as process, d.VERSION_ as version, d.ID_ as definition, count(*) as instances,
                            count(distinct case when e.SUPER_EXEC_ is null then coalesce(e.BUSINESS_KEY_, e.ID_) end) as cases
                        from ACT_RE_PROCDEF d join ACT_RU_EXECUTION e on e.PROC_DEF_ID_ = d.ID_
                        where d.KEY_ in (:processes) and e.PARENT_ID_ is null
                        group by d.KEY_, d.VERSION_, d.ID_ order by d.KEY_, d.VERSION_ desc""")
                .param("processes", processes)
                .query((row, n) -> new Version(
                        row.getString("process"),
                        row.getInt("version"),
                        row.getString("definition"),
                        row.getInt("instances"),
                        row.getInt("cases")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Version::process));
    }

    /** All that runs for the cases that have a process of one of these definitions, case by case. */
    List<RunningInstance> ofCases(Collection<String> definitions) {
        return definitions.isEmpty()
                ? List.of()
                : read(jdbc.sql(TOKENS + OF_THE_CASES + " order by p.BUSINESS_KEY_, p.ID_, e.ID_")
                        .param("definitions", definitions));
    }

    /** All that runs for one case, or the one process that serves none. */
    List<RunningInstance> of(String item) {
        return read(jdbc.sql(
                        TOKENS
                                + "(p.BUSINESS_KEY_ = :item or (p.BUSINESS_KEY_ is null and p.ID_ = :item)) order by p.ID_, e.ID_")
                .param("item", item));
    }

    /** Times and words that these cases wait for beside their steps: how many by definition and event. */
    Map<Listening, Integer> listening(Collection<String> definitions) {
        Map<Listening, Integer> counts = new LinkedHashMap<>();
        if (definitions.isEmpty()) {
            return counts;
        }
        String timers = """
                select p.PROC_DEF_ID_ as definition, d.ACT_ID_ as activity, count(*) as waiting from ACT_RU_EXECUTION p
                join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = p.ID_ and j.HANDLER_TYPE_ <> 'async-continuation'
                join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ where p.PARENT_ID_ is null and\s""";
        String words = """
                select p.PROC_DEF_ID_ as definition, s.ACTIVITY_ID_ as activity, count(*) as waiting from ACT_RU_EXECUTION p
                join ACT_RU_EVENT_SUBSCR s on s.PROC_INST_ID_ = p.ID_ where p.PARENT_ID_ is null and\s""";
        for (String sql : List.of(
                timers + OF_THE_CASES + " group by p.PROC_DEF_ID_, d.ACT_ID_",
                words + OF_THE_CASES + " group by p.PROC_DEF_ID_, s.ACTIVITY_ID_")) {
            jdbc.sql(sql).param("definitions", definitions).query((ResultSet row) -> {
                if (row.getString("activity") != null) {
                    counts.merge(
                            new Listening(row.getString("definition"), row.getString("activity")),
                            row.getInt("waiting"),
                            Integer::sum);
                }
            });
        }
        return counts;
    }

    private static List<RunningInstance> read(JdbcClient.StatementSpec query) {
        Map<String, RunningInstance> instances = new LinkedHashMap<>();
        query.query((ResultSet row) -> {
            RunningInstance instance = instances.computeIfAbsent(row.getString("instance"), id -> instance(row));
            String activity = row.getString("activity");
            if (activity != null) {
                instance.places().add(new Place(activity, turn(row.getString("turn"))));
            }
        });
        return List.copyOf(instances.values());
    }

    private static RunningInstance instance(ResultSet row) {
        try {
            String id = row.getString("instance");
            String caseNumber = row.getString("case_number");
            return new RunningInstance(
                    id,
                    Objects.requireNonNullElse(caseNumber, id),
                    caseNumber,
                    row.getString("definition"),
                    new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException("A row of running processes cannot be read", e);
        }
    }

    private static Turn turn(@Nullable String configuration) {
        if (configuration == null) {
            return Turn.THERE;
        }
        // the engine's own words for what the job will do
        return configuration.startsWith("transition-notify-listener-take") || configuration.startsWith("activity-end")
                ? Turn.AFTER
                : Turn.BEFORE;
    }

    /**
     * A version of a process and how many run on it.
     *
     * @param cases that run on it by themselves and not called by another process
     */
    record Version(String process, int version, String definitionId, int running, int cases) {}

    /** An event that is heard beside the steps. */
    record Listening(String definitionId, String activityId) {}
}
