package io.amends.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Nights in which cases were removed, and the cases that were. */
@Repository
class RetentionTable {

    private static final String COLUMNS =
            "id, began_at, until_at, asked_by, state, due, removed, failed, finished_at, problem";
    private static final String DUE = " from case_file f where f.process_key = :process and f.state = 'closed'"
            + " and f.closed_at < :before and not exists (select 1 from case_hold h where h.case_number = f.case_number"
            + " and h.stands)";

    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // ------------------------------------------------------------ cases whose time is over

    int due(String processKey, Instant closedBefore) {
        return jdbc.sql("select count(*)" + DUE)
                .param("process", processKey)
                .param("before", ErasureTable.at(closedBefore))
                .query(Integer.class)
                .single();
    }

    /** The longest closed first, behind a place in that order. */
    List<DueCase> due(String processKey, Instant closedBefore, @Nullable DueCase last, int most) {
        String behind = last == null ? "" : " and (f.closed_at, f.case_number) > (:lastAt, :lastNumber)";
        JdbcClient.StatementSpec statement = jdbc.sql("select f.case_number, f.closed_at" + DUE + behind
                        + " order by f.closed_at, f.case_number fetch first " + most + " rows only")
                .param("process", processKey)
                .param("before", ErasureTable.at(closedBefore));
        if (last != null) {
            statement =
                    statement.param("lastAt", ErasureTable.at(last.closedAt())).param("lastNumber", last.caseNumber());
        }
        return statement
                .query((row, n) -> new DueCase(
                        row.getString("case_number"), Objects.requireNonNull(ErasureTable.instant(row, "closed_at"))))
                .list();
    }

    int held() {
        return jdbc.sql("select count(*) from case_hold where stands")
                .query(Integer.class)
                .single();
    }

    // ------------------------------------------------------------ nights

    long begin(Instant until, @Nullable String askedBy, int due) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into retention_run (began_at, until_at, asked_by, state, due) values (?, ?, ?, 'working', ?)")
                .params(ErasureTable.at(clock.instant()), ErasureTable.at(until), askedBy, due)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    boolean lease(long id, Duration lease) {
        return jdbc.sql("update retention_run set lease_until = ? where id = ? and state = 'working'"
                                + " and (lease_until is null or lease_until < ?)")
                        .params(ErasureTable.at(clock.instant().plus(lease)), id, ErasureTable.at(clock.instant()))
                        .update()
                == 1;
    }

    void stillAtWork(long id, Duration lease) {
        jdbc.sql("update retention_run set lease_until = ? where id = ?")
                .params(ErasureTable.at(clock.instant().plus(lease)), id)
                .update();
    }

    void removedOne(long id) {
        jdbc.sql("update retention_run set removed = removed + 1 where id = ?")
                .param(id)
                .update();
    }

    void finished(long id, String state, @Nullable String problem) {
        jdbc.sql("update retention_run set state = ?, finished_at = ?, lease_until = null, problem = ? where id = ?")
                .params(state, ErasureTable.at(clock.instant()), problem, id)
                .update();
    }

    Optional<Run> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from retention_run where id = ?")
                .param(id)
                .query(RetentionTable::run)
                .optional();
    }

    Optional<Run> working() {
        return jdbc.sql("select " + COLUMNS + " from retention_run where state = 'working' order by id"
                        + " fetch first 1 rows only")
                .query(RetentionTable::run)
                .optional();
    }

    List<Run> latest(int most) {
        return jdbc.sql("select " + COLUMNS + " from retention_run order by id desc fetch first " + most + " rows only")
                .query(RetentionTable::run)
                .list();
    }

    // ------------------------------------------------------------ what became of a case

    void failed(long run, String caseNumber, String processKey, Instant closedAt, String problem) {
        int known = jdbc.sql(
                        "update retention_case set attempts = attempts + 1, problem = ?, run_id = ? where case_number = ?")
                .params(ErasureTable.shortened(problem), run, caseNumber)
                .update();
        if (known == 0) {
            jdbc.sql("insert into retention_case (case_number, process_key, closed_at, run_id, attempts, problem)"
                            + " values (?, ?, ?, ?, 1, ?)")
                    .params(caseNumber, processKey, ErasureTable.at(closedAt), run, ErasureTable.shortened(problem))
                    .update();
        }
        jdbc.sql("update retention_run set failed = failed + 1 where id = ?")
                .param(run)
                .update();
    }

    void removed(long run, String caseNumber, String processKey, Instant closedAt, ArchiveFolder.Archived file) {
        jdbc.sql("delete from retention_case where case_number = ?")
                .param(caseNumber)
                .update();
        jdbc.sql(
                        "insert into retention_case (case_number, process_key, closed_at, run_id, archived_at, file_name, file_hash,"
                                + " file_bytes, removed_at, attempts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)")
                .params(
                        caseNumber,
                        processKey,
                        ErasureTable.at(closedAt),
                        run,
                        ErasureTable.at(clock.instant()),
                        file.name(),
                        file.hash(),
                        file.bytes(),
                        ErasureTable.at(clock.instant()))
                .update();
    }

    Optional<KeptCase> find(String caseNumber) {
        return jdbc.sql(
                        "select case_number, process_key, closed_at, removed_at, file_name, file_hash, file_bytes, problem"
                                + " from retention_case where case_number = ?")
                .param(caseNumber)
                .query(RetentionTable::kept)
                .optional();
    }

    /** Of a night: those that failed first, then by number. */
    List<KeptCase> of(long run, int most) {
        return jdbc.sql(
                        "select case_number, process_key, closed_at, removed_at, file_name, file_hash, file_bytes, problem"
                                + " from retention_case where run_id = ? order by case when removed_at is null then 0 else 1 end,"
                                + " case_number fetch first " + most + " rows only")
                .param(run)
                .query(RetentionTable::kept)
                .list();
    }

    int failing() {
        return jdbc.sql("select count(*) from retention_case c where c.removed_at is null and c.problem is not null"
                        + " and exists (select 1 from case_file f where f.case_number = c.case_number)")
                .query(Integer.class)
                .single();
    }

    private static KeptCase kept(ResultSet row, int n) throws SQLException {
        return new KeptCase(
                row.getString("case_number"),
                row.getString("process_key"),
                Objects.requireNonNull(ErasureTable.instant(row, "closed_at")),
                ErasureTable.instant(row, "removed_at"),
                row.getString("file_name"),
                row.getString("file_hash"),
                row.getLong("file_bytes"),
                row.getString("problem"));
    }

    private static Run run(ResultSet row, int n) throws SQLException {
        return new Run(
                row.getLong("id"),
                Objects.requireNonNull(ErasureTable.instant(row, "began_at")),
                Objects.requireNonNull(ErasureTable.instant(row, "until_at")),
                row.getString("asked_by"),
                row.getString("state"),
                row.getInt("due"),
                row.getInt("removed"),
                row.getInt("failed"),
                ErasureTable.instant(row, "finished_at"),
                row.getString("problem"));
    }

    /** A case whose time is over. */
    record DueCase(String caseNumber, Instant closedAt) {}

    /**
     * One night.
     *
     * @param askedBy user id, or null for one that began by itself
     * @param state {@code working}, or how it ended: all done, or cut short
     * @param due cases whose time was over when it began
     */
    record Run(
            long id,
            Instant beganAt,
            Instant untilAt,
            @Nullable String askedBy,
            String state,
            int due,
            int removed,
            int failed,
            @Nullable Instant finishedAt,
            @Nullable String problem) {

        boolean working() {
            return state.equals("working");
        }
    }

    /**
     * What is known of a case that was removed, or could not be.
     *
     * @param fileName below the folder of the archive; null before it was removed
     */
    record KeptCase(
            String caseNumber,
            String processKey,
            Instant closedAt,
            @Nullable Instant removedAt,
            @Nullable String fileName,
            @Nullable String fileHash,
            long fileBytes,
            @Nullable String problem) {}
}
