package io.amends.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of escalations and of the calls they made. */
@Repository
class EscalationTable {

    private static final String LIVE =
            "select id, case_number, clock, occurrence, process_instance from escalation where lasts";

    private final JdbcClient jdbc;

    EscalationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An escalation that lasts.
     *
     * @param process instance that carries it
     */
    record Live(long id, ClockRef clock, String process) {}

    /** The database refuses a second one on the same occurrence while the first lasts (C-9). */
    void start(ClockRef clock, String process, Instant now) {
        jdbc.sql("""
                        insert into escalation (case_number, clock, occurrence, process_instance, started_at, lasts)
                        values (:case, :clock, :occurrence, :process, :now, true)""")
                .param("case", clock.caseNumber())
                .param("clock", clock.clock())
                .param("occurrence", clock.occurrence())
                .param("process", process)
                .param("now", utc(now))
                .update();
    }

    /** Ends the escalation of that process; does nothing when it has ended. */
    void end(String process, Instant now, String why) {
        jdbc.sql("""
                        update escalation set lasts = null, ended_at = :now, ended_why = :why
                        where process_instance = :process and lasts""")
                .param("now", utc(now))
                .param("why", why.length() > 200 ? why.substring(0, 200) : why)
                .param("process", process)
                .update();
    }

    List<Live> live() {
        return jdbc.sql(LIVE).query(EscalationTable::row).list();
    }

    List<Live> liveOf(String caseNumber) {
        return jdbc.sql(LIVE + " and case_number = :case order by id")
                .param("case", caseNumber)
                .query(EscalationTable::row)
                .list();
    }

    Optional<Live> liveOf(ClockRef clock) {
        return jdbc.sql(LIVE + " and case_number = :case and clock = :clock and occurrence = :occurrence")
                .param("case", clock.caseNumber())
                .param("clock", clock.clock())
                .param("occurrence", clock.occurrence())
                .query(EscalationTable::row)
                .optional();
    }

    Optional<Live> liveIn(String process) {
        return jdbc.sql(LIVE + " and process_instance = :process")
                .param("process", process)
                .query(EscalationTable::row)
                .optional();
    }

    /**
     * Writes the next call of an escalation down.
     *
     * @return its number among all calls on this occurrence of the clock, from 1
     */
    int call(Live escalation, int level, String group, Instant now, Instant windowUntil) {
        int number = calls(escalation.clock()) + 1;
        jdbc.sql("""
                        insert into escalation_call (escalation_id, number, level, level_group, told_at, window_until)
                        values (:escalation, :number, :level, :group, :now, :until)""")
                .param("escalation", escalation.id())
                .param("number", number)
                .param("level", level)
                .param("group", group)
                .param("now", utc(now))
                .param("until", utc(windowUntil))
                .update();
        return number;
    }

    private int calls(ClockRef clock) {
        return jdbc.sql("""
                        select count(*) from escalation_call c join escalation e on e.id = c.escalation_id
                        where e.case_number = :case and e.clock = :clock and e.occurrence = :occurrence""")
                .param("case", clock.caseNumber())
                .param("clock", clock.clock())
                .param("occurrence", clock.occurrence())
                .query(Integer.class)
                .single();
    }

    /** Somebody takes the last call of an escalation on. */
    void acknowledge(Live escalation, String userId, String note, Instant now, Instant actUntil) {
        jdbc.sql("""
                        update escalation_call set acknowledged_by = :user, acknowledged_at = :now, note = :note, act_until = :until
                        where escalation_id = :escalation
                            and number = (select max(c.number) from escalation_call c where c.escalation_id = :escalation)""")
                .param("user", userId)
                .param("now", utc(now))
                .param("note", note)
                .param("until", utc(actUntil))
                .param("escalation", escalation.id())
                .update();
    }

    /** Whether the call is the last one of an escalation that lasts, and nobody has acknowledged it. */
    boolean waits(ClockRef clock, int number) {
        return jdbc.sql("""
                        select count(*) from escalation_call c join escalation e on e.id = c.escalation_id
                        where e.lasts and e.case_number = :case and e.clock = :clock and e.occurrence = :occurrence
                            and c.number = :number and c.acknowledged_by is null
                            and not exists (
                                select 1 from escalation_call l where l.escalation_id = e.id and l.number > c.number)""")
                        .param("case", clock.caseNumber())
                        .param("clock", clock.clock())
                        .param("occurrence", clock.occurrence())
                        .param("number", number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<EscalationView> of(String caseNumber) {
        return jdbc.sql("select * from escalation where case_number = :case order by started_at, id")
                .param("case", caseNumber)
                .query((rs, row) -> view(rs, callsOf(rs.getLong("id"))))
                .list();
    }

    private List<EscalationView.Call> callsOf(long escalation) {
        return jdbc.sql("select * from escalation_call where escalation_id = :escalation order by number")
                .param("escalation", escalation)
                .query((rs, row) -> call(rs))
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from escalation where lasts")
                .query(Long.class)
                .single();
    }

    private static Live row(ResultSet rs, int number) throws SQLException {
        return new Live(
                rs.getLong("id"),
                new ClockRef(rs.getString("case_number"), rs.getString("clock"), rs.getInt("occurrence")),
                rs.getString("process_instance"));
    }

    private static EscalationView view(ResultSet rs, List<EscalationView.Call> calls) throws SQLException {
        return new EscalationView(
                rs.getLong("id"),
                rs.getString("case_number"),
                rs.getString("clock"),
                rs.getInt("occurrence"),
                required(rs, "started_at"),
                instant(rs, "ended_at"),
                rs.getString("ended_why"),
                calls);
    }

    private static EscalationView.Call call(ResultSet rs) throws SQLException {
        return new EscalationView.Call(
                rs.getInt("level"),
                rs.getString("level_group"),
                required(rs, "told_at"),
                required(rs, "window_until"),
                rs.getString("acknowledged_by"),
                instant(rs, "acknowledged_at"),
                rs.getString("note"),
                instant(rs, "act_until"));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant required(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
