package io.amends.moving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Moves, how far they are, and which cases were moved. */
@Repository
class MoveTable {

    private static final String COLUMNS = "id, process_key, versions, to_version, asked_by, asked_at, state, problem,"
            + " stopped_by, stopped_at, finished_at";
    private static final String CASE_COLUMNS = "item, case_number, state, reason, tries, done_at";
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_PROBLEM = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    MoveTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes a move down with all cases that have a process of one of the definitions.
     *
     * @param targets the newest versions of all processes, as they are now
     * @throws org.springframework.dao.DuplicateKeyException while another move of this process is unfinished
     */
    long add(
            ProcessDefinition latest,
            Collection<Integer> versions,
            Collection<String> definitions,
            Collection<ProcessDefinition> targets,
            Collection<StepMatch> matches,
            String askedBy) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into model_move (process_key, versions, to_version, asked_by, asked_at, state, unfinished)"
                        + " values (?, ?, ?, ?, ?, 'working', true)")
                .params(
                        latest.getKey(),
                        versions.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")),
                        latest.getVersion(),
                        askedBy,
                        now())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        targets.forEach(target -> jdbc.sql(
                        "insert into model_move_target (move_id, process_key, definition_id, version) values (?, ?, ?, ?)")
                .params(id, target.getKey(), target.getId(), target.getVersion())
                .update());
        matches.forEach(match -> jdbc.sql(
                        "insert into model_move_step (move_id, process_key, from_step, to_step) values (?, ?, ?, ?)")
                .params(id, match.process(), match.from(), match.to())
                .update());
        jdbc.sql("""
                        insert into model_move_case (move_id, item, case_number, state)
                        select distinct cast(:id as bigint), coalesce(e.BUSINESS_KEY_, e.ID_), e.BUSINESS_KEY_, 'waiting'
                        from ACT_RU_EXECUTION e where e.PARENT_ID_ is null and e.PROC_DEF_ID_ in (:definitions)""").param("id", id).param("definitions", definitions).update();
        return id;
    }

    Optional<Move> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from model_move where id = ?")
                .param(id)
                .query(MoveTable::move)
                .optional();
    }

    /** The one of a process that is not over yet. */
    Optional<Move> unfinished(String processKey) {
        return jdbc.sql("select " + COLUMNS + " from model_move where process_key = ? and unfinished = true")
                .param(processKey)
                .query(MoveTable::move)
                .optional();
    }

    /** Newest first, from below a number. */
    List<Move> page(long below, int most) {
        return jdbc.sql("select " + COLUMNS + " from model_move where id < ? order by id desc fetch first " + most
                        + " rows only")
                .param(below)
                .query(MoveTable::move)
                .list();
    }

    /** Definition ids of the newest versions as they were when it began, by process. */
    Map<String, String> targets(long id) {
        Map<String, String> targets = new LinkedHashMap<>();
        jdbc.sql("select process_key, definition_id from model_move_target where move_id = ?")
                .param(id)
                .query((ResultSet row) -> {
                    targets.put(row.getString("process_key"), row.getString("definition_id"));
                });
        return targets;
    }

    List<StepMatch> matches(long id) {
        return jdbc.sql("select process_key, from_step, to_step from model_move_step where move_id = ?"
                        + " order by process_key, from_step")
                .param(id)
                .query((row, n) -> new StepMatch(
                        row.getString("process_key"), row.getString("from_step"), row.getString("to_step")))
                .list();
    }

    /** Moves that nobody works on at the moment, oldest first. */
    List<Long> toWork() {
        return jdbc.sql("select id from model_move where state = 'working'"
                        + " and (lease_until is null or lease_until < ?) order by id fetch first 20 rows only")
                .param(now())
                .query(Long.class)
                .list();
    }

    /** Takes a move for this node; false when another one was faster. */
    boolean lease(long id, Duration lease) {
        return jdbc.sql("update model_move set lease_until = ?, problem = null where id = ? and state = 'working'"
                                + " and (lease_until is null or lease_until < ?)")
                        .params(at(clock.instant().plus(lease)), id, now())
                        .update()
                == 1;
    }

    /** @return false when somebody stopped it */
    boolean stillAtWork(long id, Duration lease) {
        return jdbc.sql("update model_move set lease_until = ? where id = ? and state = 'working'")
                        .params(at(clock.instant().plus(lease)), id)
                        .update()
                == 1;
    }

    /** Keeps its place; it is tried again when the pause is over. */
    void interrupted(long id, @Nullable String problem, Duration pause) {
        jdbc.sql("update model_move set problem = ?, lease_until = ? where id = ?")
                .params(
                        problem == null ? null : cut(problem, LONGEST_PROBLEM),
                        at(clock.instant().plus(pause)),
                        id)
                .update();
    }

    boolean stop(long id, String userId) {
        return jdbc.sql("update model_move set state = 'stopped', stopped_by = ?, stopped_at = ?, lease_until = null"
                                + " where id = ? and state = 'working'")
                        .params(userId, now(), id)
                        .update()
                == 1;
    }

    boolean goOn(long id) {
        return jdbc.sql("update model_move set state = 'working', lease_until = null, problem = null"
                                + " where id = ? and state = 'stopped'")
                        .param(id)
                        .update()
                == 1;
    }

    /** Ends a stopped move; the cases whose turn had not come are left where they are. */
    boolean end(long id) {
        int ended = jdbc.sql("update model_move set state = 'finished', unfinished = null, finished_at = ?"
                        + " where id = ? and state = 'stopped'")
                .params(now(), id)
                .update();
        if (ended == 1) {
            jdbc.sql("update model_move_case set state = 'left', done_at = ? where move_id = ? and state = 'waiting'")
                    .params(now(), id)
                    .update();
        }
        return ended == 1;
    }

    void finished(long id) {
        jdbc.sql(
                        "update model_move set state = 'finished', unfinished = null, finished_at = ?, problem = null,"
                                + " lease_until = null where id = ? and state = 'working'"
                                + " and not exists (select 1 from model_move_case c where c.move_id = model_move.id and c.state = 'waiting')")
                .params(now(), id)
                .update();
    }

    /** How many cases are how far, by state. */
    Map<String, Integer> counts(long id) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select state, count(*) as cases from model_move_case where move_id = ? group by state order by state")
                .param(id)
                .query((ResultSet row) -> {
                    counts.put(row.getString("state"), row.getInt("cases"));
                });
        return counts;
    }

    /** Whose turn is next: those that were tried before come last. */
    List<MovedCase> waiting(long id, int most) {
        return jdbc.sql("select " + CASE_COLUMNS + " from model_move_case"
                        + " where move_id = ? and state = 'waiting' order by tries, item fetch first " + most
                        + " rows only")
                .param(id)
                .query(MoveTable::movedCase)
                .list();
    }

    /** By item, behind one; of one state, or of all where that is blank. */
    List<MovedCase> cases(long id, String state, String after, int most) {
        return jdbc.sql("select " + CASE_COLUMNS + " from model_move_case"
                        + " where move_id = :id and item > :after and (:state = '' or state = :state)"
                        + " order by item fetch first " + most + " rows only")
                .param("id", id)
                .param("after", after)
                .param("state", state)
                .query(MoveTable::movedCase)
                .list();
    }

    /** Holds a case of a move for this transaction; false when its turn is over already. */
    boolean hold(long id, String item) {
        return jdbc.sql("select item from model_move_case where move_id = ? and item = ? and state = 'waiting'"
                        + " for update")
                .params(id, item)
                .query(String.class)
                .optional()
                .isPresent();
    }

    void became(long id, String item, String state, @Nullable String reason) {
        jdbc.sql("update model_move_case set state = ?, reason = ?, done_at = ? where move_id = ? and item = ?"
                        + " and state = 'waiting'")
                .params(state, reason == null ? null : cut(reason, LONGEST_REASON), now(), id, item)
                .update();
    }

    void tried(long id, String item) {
        jdbc.sql("update model_move_case set tries = tries + 1 where move_id = ? and item = ? and state = 'waiting'")
                .params(id, item)
                .update();
    }

    void moved(String caseNumber, long id, String instance, ProcessDefinition from, ProcessDefinition to, String by) {
        jdbc.sql("insert into case_move (case_number, move_id, process_instance_id, process_key, from_version,"
                        + " to_version, moved_at, moved_by) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(caseNumber, id, instance, to.getKey(), from.getVersion(), to.getVersion(), now(), by)
                .update();
    }

    /** Moves of a case, oldest first. */
    List<CaseMove> ofCase(String caseNumber) {
        return jdbc.sql("select move_id, process_instance_id, process_key, from_version, to_version, moved_at, moved_by"
                        + " from case_move where case_number = ? order by id")
                .param(caseNumber)
                .query((row, n) -> new CaseMove(
                        row.getLong("move_id"),
                        row.getString("process_instance_id"),
                        row.getString("process_key"),
                        row.getInt("from_version"),
                        row.getInt("to_version"),
                        Objects.requireNonNull(instant(row, "moved_at")),
                        row.getString("moved_by")))
                .list();
    }

    private static Move move(ResultSet row, int n) throws SQLException {
        return new Move(
                row.getLong("id"),
                row.getString("process_key"),
                Arrays.stream(row.getString("versions").split(",", -1))
                        .map(Integer::valueOf)
                        .toList(),
                row.getInt("to_version"),
                row.getString("asked_by"),
                Objects.requireNonNull(instant(row, "asked_at")),
                row.getString("state"),
                row.getString("problem"),
                row.getString("stopped_by"),
                instant(row, "stopped_at"),
                instant(row, "finished_at"));
    }

    private static MovedCase movedCase(ResultSet row, int n) throws SQLException {
        return new MovedCase(
                row.getString("item"),
                row.getString("case_number"),
                row.getString("state"),
                row.getString("reason"),
                row.getInt("tries"),
                instant(row, "done_at"));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }
}
