package io.amends.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts by clock, process and month how promises of time were kept, by two statements however many cases there are. */
@Repository
class KeptClocks {

    /** Each case of the span once for each clock that it had; without any, once without a clock. */
    private static final String COUNT = """
            select f.process_key, span.n, k.rule, %s as exercise, k.late, k.owed, k.met, count(*) as cases
            from (values %s) span (n, first_at, next_at)
            join case_file f on f.opened_at >= span.first_at and f.opened_at < span.next_at
            left join (
                select r.case_number, r.rule, max(r.late) as late, max(r.owed) as owed, max(r.met) as met from (
                    select c.case_number, %s as rule, case when %s then 1 else 0 end as late,
                        case when %s then 1 else 0 end as owed, case when c.met_at is not null then 1 else 0 end as met
                    from case_clock c join case_file o on o.case_number = c.case_number
                    where o.opened_at >= cast(? as timestamp with time zone) and o.opened_at < cast(? as timestamp with time zone)
                    union all
                    select b.case_number, %s, case when %s then 1 else 0 end, 0, case when b.met_at is not null then 1 else 0 end
                    from case_clock_change b join case_file o on o.case_number = b.case_number
                    where o.opened_at >= cast(? as timestamp with time zone) and o.opened_at < cast(? as timestamp with time zone)
                ) r group by r.case_number, r.rule
            ) k on k.case_number = f.case_number
            group by f.process_key, span.n, k.rule, %s, k.late, k.owed, k.met""";

    private static final String ALL = """
            select f.process_key, span.n, %s as exercise, count(*) as cases
            from (values %s) span (n, first_at, next_at)
            join case_file f on f.opened_at >= span.first_at and f.opened_at < span.next_at
            group by f.process_key, span.n, %s""";

    private static final String SPAN =
            "(cast(? as integer), cast(? as timestamp with time zone), cast(? as timestamp with time zone))";

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptClocks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Cases of a process that opened in one month.
     *
     * @param month its place among the months that were asked for
     */
    record Opened(String process, int month, boolean exercise, int cases) {}

    /**
     * Those of them that had a clock and stand to it alike.
     *
     * @param late whether it was missed
     * @param owed whether it still runs
     * @param met whether it was met at least once
     */
    record Counted(
            String process,
            int month,
            String clock,
            boolean exercise,
            boolean late,
            boolean owed,
            boolean met,
            int cases) {

        KeptFate fate() {
            if (exercise) {
                return KeptFate.EXERCISE;
            }
            if (late) {
                return KeptFate.MISSED;
            }
            if (owed) {
                return KeptFate.RUNNING;
            }
            return met ? KeptFate.MET : KeptFate.STOPPED;
        }
    }

    List<Opened> opened(List<KeptMonth> months) {
        String exercise = exercise();
        return jdbc.sql(ALL.formatted(exercise, spans(months), exercise))
                .params(params(months))
                .query((row, n) -> new Opened(
                        row.getString("process_key"),
                        row.getInt("n"),
                        row.getInt("exercise") == 1,
                        row.getInt("cases")))
                .list();
    }

    List<Counted> counted(List<KeptMonth> months) {
        List<Object> params = params(months);
        Object first = start(months.get(0).from());
        Object next = start(months.get(months.size() - 1).to().plusDays(1));
        Collections.addAll(params, CaseSelection.utc(clock.instant()), first, next, first, next);
        String exercise = exercise();
        return jdbc
                .sql(COUNT.formatted(
                        exercise,
                        spans(months),
                        KeptSql.RULE.formatted("c"),
                        KeptSql.LATE,
                        KeptSql.OWED,
                        KeptSql.RULE.formatted("b"),
                        KeptSql.WAS_LATE,
                        exercise))
                .params(params)
                .query((row, n) -> counted(
                        row.getString("rule"),
                        new Opened(
                                row.getString("process_key"),
                                row.getInt("n"),
                                row.getInt("exercise") == 1,
                                row.getInt("cases")),
                        row.getInt("late") == 1,
                        row.getInt("owed") == 1,
                        row.getInt("met") == 1))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Counted> counted(
            @Nullable String rule, Opened opened, boolean late, boolean owed, boolean met) {
        return rule == null
                ? List.of()
                : List.of(new Counted(
                        opened.process(), opened.month(), rule, opened.exercise(), late, owed, met, opened.cases()));
    }

    private static String exercise() {
        return "case when " + KeptSql.EXERCISE + " then 1 else 0 end";
    }

    private static String spans(List<KeptMonth> months) {
        return String.join(", ", Collections.nCopies(months.size(), SPAN));
    }

    private List<Object> params(List<KeptMonth> months) {
        List<Object> params = new ArrayList<>();
        for (int n = 0; n < months.size(); n++) {
            params.add(n);
            params.add(start(months.get(n).from()));
            params.add(start(months.get(n).to().plusDays(1)));
        }
        return params;
    }

    private Object start(LocalDate day) {
        return CaseSelection.utc(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
