package io.amends.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * When a clock was kept, as SQL that both databases read; figures and the search share it, so that a number and its list say the same.
 * What a clock had been before it was set anew counts by whether it was breached, what it had been before it started again as a whole.
 */
final class KeptSql {

    /** A clock's row in {@code clock-rules}: one of several has its number behind. */
    static final String RULE = "regexp_replace(%s.name, '-[0-9]+$', '')";

    private static final String ENDED_LATE =
            "%1$s.breached_at is not null or %1$s.met_at > %1$s.due_at or %1$s.stopped_at > %1$s.due_at";

    /** Of a row of {@code case_clock}; asks for now. While it stands, nobody knows when it will be due. */
    static final String LATE = "(" + ENDED_LATE.formatted("c") + " or (c.met_at is null and c.stopped_at is null"
            + " and c.paused_since is null and c.due_at < cast(? as timestamp with time zone)))";

    static final String OWED = "(c.met_at is null and c.stopped_at is null)";

    /** Of a row of {@code case_clock_change}. */
    static final String WAS_LATE = "(" + ENDED_LATE.formatted("b") + ")";

    static final String EXERCISE =
            "exists (select 1 from media_crisis x where x.case_number = f.case_number and x.exercise)";

    private final String rule;
    private final Object now;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> params = new ArrayList<>();

    private KeptSql(String rule, Object now) {
        this.rule = rule;
        this.now = now;
    }

    /** A condition on {@code case_file f}, with its parameters. */
    static KeptSql of(Kept kept, Object now) {
        KeptSql asked = new KeptSql(kept.clock(), now);
        switch (kept.fate()) {
            case MET -> asked.no(EXERCISE).met(true).late(false).owed(false);
            case MISSED -> asked.no(EXERCISE).late(true);
            case NONE -> asked.no(EXERCISE).had(false);
            case EXERCISE -> asked.add(EXERCISE);
            case RUNNING -> asked.no(EXERCISE).owed(true).late(false);
            case STOPPED -> asked.no(EXERCISE).had(true).met(false).late(false).owed(false);
            case EXCLUDED -> {
                asked.add("(" + EXERCISE + " or (1 = 1").late(false).had(true);
                asked.sql.append(" and (1 = 0 or (1 = 1");
                asked.owed(true);
                asked.sql.append(") or (1 = 1");
                asked.met(false);
                asked.sql.append("))))");
            }
        }
        return asked;
    }

    String sql() {
        return sql.toString();
    }

    List<Object> params() {
        return params;
    }

    private KeptSql no(String condition) {
        return add("not " + condition);
    }

    private KeptSql had(boolean wanted) {
        return exists(wanted, clock(""), List.of(rule));
    }

    private KeptSql owed(boolean wanted) {
        return exists(wanted, clock(" and " + OWED), List.of(rule));
    }

    private KeptSql late(boolean wanted) {
        return exists(wanted, clock(" and " + LATE) + " or " + before(" and " + WAS_LATE), List.of(rule, now, rule));
    }

    private KeptSql met(boolean wanted) {
        return exists(
                wanted,
                clock(" and c.met_at is not null") + " or " + before(" and b.met_at is not null"),
                List.of(rule, rule));
    }

    private KeptSql exists(boolean wanted, String condition, List<Object> values) {
        add((wanted ? "(" : "not (") + condition + ")");
        params.addAll(values);
        return this;
    }

    private KeptSql add(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    private static String clock(String more) {
        return "exists (select 1 from case_clock c where c.case_number = f.case_number and " + RULE.formatted("c")
                + " = ?" + more + ")";
    }

    private static String before(String more) {
        return "exists (select 1 from case_clock_change b where b.case_number = f.case_number and "
                + RULE.formatted("b") + " = ?" + more + ")";
    }
}
