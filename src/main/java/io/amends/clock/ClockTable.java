package io.amends.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of the clocks and what they had promised before. Whoever writes holds the case's lock ({@link KeeperTable}). */
@Repository
class ClockTable {

    /** What the table {@code clock-rules} says at a deadline that escalates. */
    private static final String CALLS_FOR_HELP = "clock-breached";

    private static final String RUNNING = " and met_at is null and stopped_at is null";

    /** What has ended does not stand still. */
    private static final String MET = "met_at = :now, paused_since = null";

    private static final String STOPPED = "stopped_at = :now, paused_since = null";

    private final JdbcClient jdbc;

    ClockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ClockRow> find(String caseNumber, String name) {
        return jdbc.sql("select * from case_clock where case_number = :case and name = :name")
                .param("case", caseNumber)
                .param("name", name)
                .query(ClockTable::row)
                .optional();
    }

    List<ClockRow> of(String caseNumber) {
        return jdbc.sql("select * from case_clock where case_number = :case order by due_at, name")
                .param("case", caseNumber)
                .query(ClockTable::row)
                .list();
    }

    List<ClockRow> nearest(Collection<String> caseNumbers) {
        return jdbc.sql("""
                        select * from (select c.*, row_number() over (partition by case_number order by
                                case when escalate_percent = 0 then 1 else 0 end,
                                case when paused_since is null then 0 else 1 end, due_at, name) as place
                            from case_clock c where case_number in (:cases)""" + RUNNING + ") nearest where place = 1")
                .param("cases", caseNumbers)
                .query(ClockTable::row)
                .list();
    }

    List<ClockRow> late(Instant before, int atMost) {
        return jdbc.sql("select * from case_clock where escalate_at < :before and breach_says = :help"
                        + " and paused_since is null" + RUNNING
                        + " order by escalate_at, case_number, name limit :most")
                .param("before", SqlTime.of(before))
                .param("help", CALLS_FOR_HELP)
                .param("most", atMost)
                .query(ClockTable::row)
                .list();
    }

    /** Whether the task started a clock that nobody ended. */
    boolean hasStep(String task, String caseNumber) {
        return jdbc.sql("select count(*) from case_clock where case_number = :case and task_id = :task" + RUNNING)
                        .param("case", caseNumber)
                        .param("task", task)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insert(String caseNumber, String name, ClockTerms terms, ClockTimes times) {
        StatementSpec insert = jdbc.sql("""
                insert into case_clock (case_number, name, occurrence, holder, task_id, amount, unit, until_at, started_at,
                    warn_percent, escalate_percent, pauses, around_the_clock, warn_says, breach_says, due_at, warn_at, escalate_at, paused_since)
                values (:case, :name, 1, :holder, :task, :amount, :unit, :until, :start,
                    :warnPercent, :escalatePercent, :pauses, :aroundTheClock, :warnSays, :breachSays, :due, :warnAt, :escalateAt, :paused)""");
        with(times, with(terms, insert.param("case", caseNumber).param("name", name)))
                .update();
    }

    /** Lets a known clock run on these terms, whether it had ended or not. */
    void replace(
            CaseClock old,
            int occurrence,
            ClockTerms terms,
            ClockTimes times,
            @Nullable Instant warned,
            @Nullable Instant breached) {
        StatementSpec update = jdbc.sql("""
                update case_clock set occurrence = :occurrence, holder = :holder, task_id = :task, amount = :amount, unit = :unit,
                    until_at = :until, started_at = :start, warn_percent = :warnPercent, escalate_percent = :escalatePercent,
                    pauses = :pauses, around_the_clock = :aroundTheClock, warn_says = :warnSays, breach_says = :breachSays, due_at = :due, warn_at = :warnAt,
                    escalate_at = :escalateAt, paused_since = :paused, warned_at = :warned, breached_at = :breached,
                    met_at = null, stopped_at = null, stopped_with_case = false
                where case_number = :case and name = :name""");
        with(times, with(terms, update))
                .param("occurrence", occurrence)
                .param("warned", SqlTime.orNull(warned))
                .param("breached", SqlTime.orNull(breached))
                .param("case", old.caseNumber())
                .param("name", old.name())
                .update();
    }

    /** Keeps what a clock promised until now. */
    void keep(CaseClock old, Instant now, String why) {
        Budget budget = old.budget();
        jdbc.sql("""
                        insert into case_clock_change (case_number, name, occurrence, amount, unit, started_at, due_at, warned_at,
                            breached_at, met_at, stopped_at, changed_at, why)
                        values (:case, :name, :occurrence, :amount, :unit, :start, :due, :warned, :breached, :met, :stopped, :now,
                            :why)""")
                .param("case", old.caseNumber())
                .param("name", old.name())
                .param("occurrence", old.occurrence())
                .param("amount", budget == null ? null : budget.amount())
                .param("unit", budget == null ? null : budget.unit().name())
                .param("start", SqlTime.of(old.start()))
                .param("due", SqlTime.of(old.due()))
                .param("warned", SqlTime.orNull(old.warned()))
                .param("breached", SqlTime.orNull(old.breached()))
                .param("met", SqlTime.orNull(old.met()))
                .param("stopped", SqlTime.orNull(old.stopped()))
                .param("now", SqlTime.of(now))
                .param("why", why)
                .update();
    }

    void move(CaseClock clock, ClockTimes times) {
        with(times, jdbc.sql("""
                update case_clock set due_at = :due, warn_at = :warnAt, escalate_at = :escalateAt, paused_since = :paused
                where case_number = :case and name = :name"""))
                .param("case", clock.caseNumber())
                .param("name", clock.name())
                .update();
    }

    boolean meet(String caseNumber, String name, Instant now) {
        return mark(MET, caseNumber, name, now);
    }

    boolean stop(String caseNumber, String name, Instant now) {
        return mark(STOPPED, caseNumber, name, now);
    }

    boolean takeBack(String caseNumber, String name) {
        return jdbc.sql("""
                        update case_clock set stopped_at = met_at, met_at = null
                        where case_number = :case and name = :name and met_at is not null""").param("case", caseNumber).param("name", name).update() > 0;
    }

    void warn(CaseClock clock, Instant now) {
        mark("warned_at = :now", clock.caseNumber(), clock.name(), now);
    }

    void breach(CaseClock clock, Instant now) {
        mark("breached_at = :now", clock.caseNumber(), clock.name(), now);
    }

    boolean meetStep(String task, String caseNumber, Instant now) {
        return markStep(MET, task, caseNumber, now);
    }

    boolean stopStep(String task, String caseNumber, Instant now) {
        return markStep(STOPPED, task, caseNumber, now);
    }

    private boolean markStep(String set, String task, String caseNumber, Instant now) {
        return jdbc.sql("update case_clock set " + set + " where case_number = :case and task_id = :task" + RUNNING)
                        .param("now", SqlTime.of(now))
                        .param("case", caseNumber)
                        .param("task", task)
                        .update()
                > 0;
    }

    private boolean mark(String set, String caseNumber, String name, Instant now) {
        return jdbc.sql("update case_clock set " + set + " where case_number = :case and name = :name" + RUNNING)
                        .param("now", SqlTime.of(now))
                        .param("case", caseNumber)
                        .param("name", name)
                        .update()
                > 0;
    }

    boolean meetAll(String caseNumber, Instant now) {
        return markAll(MET, caseNumber, now);
    }

    boolean stopAll(String caseNumber, Instant now) {
        return markAll(STOPPED + ", stopped_with_case = true", caseNumber, now);
    }

    private boolean markAll(String set, String caseNumber, Instant now) {
        return jdbc.sql("update case_clock set " + set + " where case_number = :case" + RUNNING)
                        .param("now", SqlTime.of(now))
                        .param("case", caseNumber)
                        .update()
                > 0;
    }

    /** When the case stopped its clocks, if it did; those of tasks ended with their tasks. */
    Optional<Instant> stoppedWithCase(String caseNumber) {
        return jdbc.sql("""
                        select stopped_at from case_clock
                        where case_number = :case and stopped_with_case and task_id is null order by stopped_at limit 1""")
                .param("case", caseNumber)
                .query((row, number) -> SqlTime.read(row, "stopped_at"))
                .optional();
    }

    void runOn(String caseNumber) {
        jdbc.sql("""
                        update case_clock set stopped_at = null, stopped_with_case = false
                        where case_number = :case and stopped_with_case and task_id is null""").param("case", caseNumber).update();
    }

    List<ClockChange> changes(String caseNumber) {
        return jdbc.sql("select * from case_clock_change where case_number = :case order by id")
                .param("case", caseNumber)
                .query(ClockTable::change)
                .list();
    }

    private static StatementSpec with(ClockTerms terms, StatementSpec statement) {
        Budget budget = terms.budget();
        ClockRule rule = terms.rule();
        return statement
                .param("holder", terms.holder())
                .param("task", terms.task())
                .param("amount", budget == null ? null : budget.amount())
                .param("unit", budget == null ? null : budget.unit().name())
                .param("until", SqlTime.orNull(terms.until()))
                .param("start", SqlTime.of(terms.start()))
                .param("warnPercent", rule.warnAt())
                .param("escalatePercent", rule.escalateAt())
                .param("pauses", rule.pauses())
                .param("aroundTheClock", rule.aroundTheClock())
                .param("warnSays", rule.warnSays())
                .param("breachSays", rule.breachSays());
    }

    private static StatementSpec with(ClockTimes times, StatementSpec statement) {
        return statement
                .param("due", SqlTime.of(times.due()))
                .param("warnAt", SqlTime.orNull(times.warnAt()))
                .param("escalateAt", SqlTime.orNull(times.escalateAt()))
                .param("paused", SqlTime.orNull(times.pausedSince()));
    }

    private static ClockRow row(ResultSet rs, int number) throws SQLException {
        Instant start = SqlTime.read(rs, "started_at");
        ClockRule rule = new ClockRule(
                null,
                rs.getInt("warn_percent"),
                rs.getInt("escalate_percent"),
                rs.getBoolean("pauses"),
                rs.getBoolean("around_the_clock"),
                rs.getString("warn_says"),
                rs.getString("breach_says"));
        ClockTerms terms = new ClockTerms(
                rs.getString("holder"),
                rs.getString("task_id"),
                start,
                budget(rs),
                SqlTime.readOrNull(rs, "until_at"),
                rule);
        CaseClock clock = new CaseClock(
                rs.getString("case_number"),
                rs.getString("name"),
                rs.getInt("occurrence"),
                terms.holder(),
                terms.budget(),
                start,
                SqlTime.read(rs, "due_at"),
                SqlTime.readOrNull(rs, "warn_at"),
                SqlTime.readOrNull(rs, "escalate_at"),
                SqlTime.readOrNull(rs, "warned_at"),
                SqlTime.readOrNull(rs, "breached_at"),
                SqlTime.readOrNull(rs, "met_at"),
                SqlTime.readOrNull(rs, "stopped_at"),
                SqlTime.readOrNull(rs, "paused_since"),
                terms.wallTime());
        return new ClockRow(clock, terms);
    }

    private static ClockChange change(ResultSet rs, int number) throws SQLException {
        return new ClockChange(
                rs.getString("case_number"),
                rs.getString("name"),
                rs.getInt("occurrence"),
                budget(rs),
                SqlTime.readOrNull(rs, "started_at"),
                SqlTime.read(rs, "due_at"),
                SqlTime.readOrNull(rs, "warned_at"),
                SqlTime.readOrNull(rs, "breached_at"),
                SqlTime.readOrNull(rs, "met_at"),
                SqlTime.readOrNull(rs, "stopped_at"),
                SqlTime.read(rs, "changed_at"),
                rs.getString("why"));
    }

    private static @Nullable Budget budget(ResultSet rs) throws SQLException {
        String unit = rs.getString("unit");
        return unit == null ? null : new Budget(rs.getInt("amount"), Budget.Unit.valueOf(unit));
    }
}
