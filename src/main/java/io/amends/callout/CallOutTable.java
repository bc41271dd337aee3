package io.amends.callout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of call-outs and of the calls that they made (M-3). */
@Repository
class CallOutTable {

    private static final String OPEN = " answered_at is null and ended_at is null";

    private final JdbcClient jdbc;

    CallOutTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param level of the case, as far as the call-out knows
     * @param process instance that carries it, or null before it begins
     * @param nobodySince since when there is nobody who could be called, or null
     */
    record Row(
            long id,
            String caseNumber,
            String role,
            int level,
            @Nullable String process,
            Instant askedAt,
            @Nullable Instant nobodySince,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt) {

        boolean open() {
            return answeredAt == null && endedAt == null;
        }
    }

    /** Roles of the case that somebody took or is being called for. */
    List<String> taken(String caseNumber) {
        return jdbc.sql("select role from call_out where case_number = :case and (answered_at is not null or" + OPEN
                        + ") order by id")
                .param("case", caseNumber)
                .query(String.class)
                .list();
    }

    /** Says that the role will be called for, so that nobody asks for it a second time. */
    void reserve(String caseNumber, String role, int level, Instant now) {
        jdbc.sql("insert into call_out (case_number, role, level, asked_at) values (:case, :role, :level, :now)")
                .param("case", caseNumber)
                .param("role", role)
                .param("level", level)
                .param("now", utc(now))
                .update();
    }

    /** Id of the call-out that the process carries, if it has begun and lasts. */
    Optional<Long> openIn(String process) {
        return jdbc.sql("select id from call_out where process_instance = :process and" + OPEN)
                .param("process", process)
                .query(Long.class)
                .optional();
    }

    /** The process begins the call-out that was reserved for it, or one that nobody reserved. */
    long begin(String caseNumber, String role, int level, String process, Instant now) {
        if (take(caseNumber, role, process) == 0) {
            reserve(caseNumber, role, level, now);
            take(caseNumber, role, process);
        }
        return openIn(process).orElseThrow();
    }

    private int take(String caseNumber, String role, String process) {
        return jdbc.sql("""
                        update call_out set process_instance = :process
                        where id = (select min(r.id) from call_out r where r.case_number = :case and r.role = :role
                            and r.process_instance is null and r.ended_at is null)""")
                .param("process", process)
                .param("case", caseNumber)
                .param("role", role)
                .update();
    }

    /**
     * Writes the next call down.
     *
     * @return its number within the call-out, from 1
     */
    int call(long callOut, String userId, Instant now, Instant windowUntil) {
        int number = jdbc.sql("select count(*) from call_out_call where call_out_id = :id")
                        .param("id", callOut)
                        .query(Integer.class)
                        .single()
                + 1;
        jdbc.sql("""
                        insert into call_out_call (call_out_id, number, user_id, called_at, window_until)
                        values (:id, :number, :user, :now, :until)""")
                .param("id", callOut)
                .param("number", number)
                .param("user", userId)
                .param("now", utc(now))
                .param("until", utc(windowUntil))
                .update();
        jdbc.sql("update call_out set nobody_since = null where id = :id")
                .param("id", callOut)
                .update();
        return number;
    }

    /** There is nobody who could be called. */
    void nobody(long callOut, Instant now) {
        jdbc.sql("update call_out set nobody_since = :now where id = :id and nobody_since is null")
                .param("now", utc(now))
                .param("id", callOut)
                .update();
    }

    /** Whoever was called last takes the role. */
    void answer(long callOut, String userId, Instant now) {
        jdbc.sql("update call_out set answered_by = :user, answered_at = :now where id = :id")
                .param("user", userId)
                .param("now", utc(now))
                .param("id", callOut)
                .update();
        jdbc.sql("""
                        update call_out_call set answered_at = :now where call_out_id = :id
                            and number = (select max(c.number) from call_out_call c where c.call_out_id = :id)""").param("now", utc(now)).param("id", callOut).update();
    }

    /** The process ends; does nothing when somebody answered. */
    void end(String process, Instant now) {
        jdbc.sql("update call_out set ended_at = :now where process_instance = :process and" + OPEN)
                .param("now", utc(now))
                .param("process", process)
                .update();
    }

    /** One that has not begun is not needed any more. */
    void endReserved(long callOut, Instant now) {
        jdbc.sql("update call_out set ended_at = :now where id = :id and process_instance is null and" + OPEN)
                .param("now", utc(now))
                .param("id", callOut)
                .update();
    }

    void level(long callOut, int level) {
        jdbc.sql("update call_out set level = :level where id = :id")
                .param("level", level)
                .param("id", callOut)
                .update();
    }

    /** Whether somebody still waits for the answer to that very call. */
    boolean waits(long callOut, int number) {
        return jdbc.sql(
                                "select count(*) from call_out where id = :id and" + OPEN
                                        + " and :number = (select max(c.number) from call_out_call c where c.call_out_id = call_out.id)")
                        .param("id", callOut)
                        .param("number", number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Numbers of the cases for which somebody is being called, longest first. */
    List<String> running() {
        return jdbc.sql("select case_number from call_out where" + OPEN + " group by case_number order by min(id)")
                .query(String.class)
                .list();
    }

    List<Row> rows(String caseNumber) {
        return jdbc.sql("select * from call_out where case_number = :case order by id")
                .param("case", caseNumber)
                .query(CallOutTable::row)
                .list();
    }

    /** Call-outs of all cases for which there is nobody who could be called, longest first. */
    List<Row> unmanned() {
        return jdbc.sql("select * from call_out where nobody_since is not null and" + OPEN
                        + " order by nobody_since, id")
                .query(CallOutTable::row)
                .list();
    }

    List<CallOuts.Call> calls(long callOut) {
        return jdbc.sql("select * from call_out_call where call_out_id = :id order by number")
                .param("id", callOut)
                .query(CallOutTable::call)
                .list();
    }

    List<CallOuts.CallOut> of(String caseNumber) {
        return rows(caseNumber).stream()
                .map(row -> new CallOuts.CallOut(row.role(), row.answeredBy(), row.answeredAt(), calls(row.id())))
                .toList();
    }

    /** Whoever took the role last. */
    Optional<String> answeredBy(String caseNumber, String role) {
        return rows(caseNumber).stream()
                .filter(row -> row.role().equals(role))
                .map(Row::answeredBy)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later);
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(
                rs.getLong("id"),
                rs.getString("case_number"),
                rs.getString("role"),
                rs.getInt("level"),
                rs.getString("process_instance"),
                Objects.requireNonNull(moment(rs, "asked_at")),
                moment(rs, "nobody_since"),
                rs.getString("answered_by"),
                moment(rs, "answered_at"),
                moment(rs, "ended_at"));
    }

    private static CallOuts.Call call(ResultSet rs, int number) throws SQLException {
        return new CallOuts.Call(
                rs.getString("user_id"),
                Objects.requireNonNull(moment(rs, "called_at")),
                Objects.requireNonNull(moment(rs, "window_until")),
                moment(rs, "answered_at"));
    }

    static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
