package io.amends.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** What was asked to be erased, and how far it is. */
@Repository
class ErasureTable {

    private static final String COLUMNS = "id, asked_by, asked_at, reason, state, customer_number, mails, problem,"
            + " finished_at, person_kept,"
            + " (select count(*) from erasure_case c where c.erasure_id = erasure.id) as cases,"
            + " (select count(*) from erasure_case c where c.erasure_id = erasure.id and c.state <> 'waiting') as done";

    private final JdbcClient jdbc;
    private final Clock clock;

    ErasureTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param cases each with {@code whole}, or {@code told} for what the person's cases brought into another one */
    long add(
            String askedBy,
            String reason,
            @Nullable String customerNumber,
            Collection<String> mails,
            Collection<PersonKey> person,
            Map<String, String> cases) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into erasure (asked_by, asked_at, reason, state, customer_number, mails)"
                        + " values (?, ?, ?, 'working', ?, ?)")
                .params(askedBy, now(), reason, customerNumber, String.join("\n", mails))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        person.forEach(one -> jdbc.sql("insert into erasure_person (erasure_id, kind, person_hash) values (?, ?, ?)")
                .params(id, one.kind(), one.hash())
                .update());
        cases.forEach((caseNumber, part) -> jdbc.sql(
                        "insert into erasure_case (erasure_id, case_number, part, state) values (?, ?, ?, 'waiting')")
                .params(id, caseNumber, part)
                .update());
        return id;
    }

    Optional<Erasure> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from erasure where id = ?")
                .param(id)
                .query(ErasureTable::erasure)
                .optional();
    }

    /** Newest first, from below a number. */
    List<Erasure> page(long below, int most) {
        return jdbc.sql("select " + COLUMNS + " from erasure where id < ? order by id desc fetch first " + most
                        + " rows only")
                .param(below)
                .query(ErasureTable::erasure)
                .list();
    }

    /** Erasures of a person by any of these hashes, newest first. */
    List<Erasure> of(Collection<PersonKey> person) {
        if (person.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + COLUMNS + " from erasure where id in (select p.erasure_id from erasure_person p"
                        + " where p.person_hash in (:hashes)) order by id desc fetch first 50 rows only")
                .param("hashes", person.stream().map(PersonKey::hash).toList())
                .query(ErasureTable::erasure)
                .list();
    }

    /** Erasures that nobody works on at the moment, oldest first. */
    List<Long> unfinished() {
        return jdbc.sql("select id from erasure where state in ('working', 'interrupted')"
                        + " and (lease_until is null or lease_until < ?) order by id fetch first 20 rows only")
                .param(now())
                .query(Long.class)
                .list();
    }

    /** Takes an erasure for this node; false when another one was faster. */
    boolean lease(long id, Duration lease) {
        return jdbc.sql("update erasure set lease_until = ?, state = 'working', problem = null where id = ?"
                                + " and state <> 'finished' and (lease_until is null or lease_until < ?)")
                        .params(at(clock.instant().plus(lease)), id, now())
                        .update()
                == 1;
    }

    void stillAtWork(long id, Duration lease) {
        jdbc.sql("update erasure set lease_until = ? where id = ?")
                .params(at(clock.instant().plus(lease)), id)
                .update();
    }

    /** Keeps its place; it is tried again when the pause is over. */
    void interrupted(long id, String problem, Duration pause) {
        jdbc.sql("update erasure set state = 'interrupted', problem = ?, lease_until = ? where id = ?")
                .params(shortened(problem), at(clock.instant().plus(pause)), id)
                .update();
    }

    /** Whom it was about is forgotten with it. */
    void finished(long id, @Nullable String personKept) {
        jdbc.sql("update erasure set state = 'finished', finished_at = ?, customer_number = null, mails = null,"
                        + " problem = null, lease_until = null, person_kept = ? where id = ?")
                .params(now(), personKept, id)
                .update();
    }

    List<ErasedCase> cases(long id) {
        return jdbc.sql("select case_number, part, state, done_at from erasure_case where erasure_id = ?"
                        + " order by case_number")
                .param(id)
                .query((row, n) -> new ErasedCase(
                        row.getString("case_number"),
                        row.getString("part"),
                        row.getString("state"),
                        instant(row, "done_at")))
                .list();
    }

    List<ErasedCase> waiting(long id, int most) {
        return jdbc.sql("select case_number, part, state, done_at from erasure_case where erasure_id = ?"
                        + " and state = 'waiting' order by case_number fetch first " + most + " rows only")
                .param(id)
                .query((row, n) -> new ErasedCase(
                        row.getString("case_number"), row.getString("part"), row.getString("state"), null))
                .list();
    }

    /** Those of which only a part goes. */
    List<ErasedCase> waitingTold(long id) {
        return waiting(id, Integer.MAX_VALUE).stream()
                .filter(one -> one.part().equals(ErasedCase.TOLD))
                .toList();
    }

    void became(long id, String caseNumber, String state) {
        jdbc.sql("update erasure_case set state = ?, done_at = ? where erasure_id = ? and case_number = ?")
                .params(state, now(), id, caseNumber)
                .update();
    }

    /** @param caseNumber blank for what belongs to no case */
    void count(long id, String caseNumber, Map<String, Integer> rows) {
        rows.forEach((table, count) -> jdbc.sql(
                        "insert into erasure_count (erasure_id, case_number, table_name, row_count) values (?, ?, ?, ?)")
                .params(id, caseNumber, table, count)
                .update());
    }

    /** Rows by case number and table; a blank case number for what belongs to no case. */
    Map<String, Map<String, Integer>> counts(long id) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        jdbc.sql("select case_number, table_name, row_count from erasure_count where erasure_id = ?"
                        + " order by case_number, table_name")
                .param(id)
                .query((ResultSet row) -> {
                    counts.computeIfAbsent(row.getString("case_number"), it -> new LinkedHashMap<>())
                            .put(row.getString("table_name"), row.getInt("row_count"));
                });
        return counts;
    }

    /** Erasures that touched a case, oldest first. */
    List<CaseErasure> ofCase(String caseNumber) {
        return jdbc.sql(
                        "select e.id, e.asked_by, e.reason, c.part, c.done_at from erasure_case c join erasure e"
                                + " on e.id = c.erasure_id where c.case_number = ? and c.state = 'erased' order by c.done_at, e.id")
                .param(caseNumber)
                .query((row, n) -> new CaseErasure(
                        row.getLong("id"),
                        row.getString("asked_by"),
                        row.getString("reason"),
                        row.getString("part"),
                        Objects.requireNonNull(instant(row, "done_at"))))
                .list();
    }

    private static Erasure erasure(ResultSet row, int n) throws SQLException {
        return new Erasure(
                row.getLong("id"),
                row.getString("asked_by"),
                Objects.requireNonNull(instant(row, "asked_at")),
                row.getString("reason"),
                row.getString("state"),
                row.getString("customer_number"),
                Objects.requireNonNullElse(row.getString("mails"), "").lines().toList(),
                row.getString("problem"),
                instant(row, "finished_at"),
                row.getString("person_kept"),
                row.getInt("cases"),
                row.getInt("done"));
    }

    static String shortened(String text) {
        return text.substring(0, Math.min(500, text.length()));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }
}
