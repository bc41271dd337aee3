package io.amends.promise;

import io.amends.modeling.AsTheHouse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was promised on each case, until it is kept (K-8). */
@Repository
public class Promises {

    private static final String SELECT =
            "select id, case_number, batch, position, what, keeper, person, due, to_customer,"
                    + " to_media, stands_since, made_by, kept_at, kept_by from promise ";

    private static final String INSERT = "insert into promise (case_number, batch, position, what, keeper, person, due,"
            + " to_customer, to_media, made_at, made_by, stands_since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AsTheHouse house;

    Promises(JdbcClient jdbc, Clock clock, AsTheHouse house) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.house = house;
    }

    /** Drafts a promise that a diagram makes stand later. */
    @Transactional
    public void make(
            String caseNumber,
            String batch,
            int position,
            String what,
            KeptBy keeper,
            LocalDate due,
            boolean toCustomer) {
        jdbc.sql(INSERT)
                .params(
                        caseNumber,
                        batch,
                        position,
                        what,
                        keeper.group(),
                        keeper.person(),
                        due,
                        toCustomer,
                        false,
                        now(),
                        house.caller().orElse(null),
                        null)
                .update();
    }

    /**
     * Makes a promise that stands at once, alone in a batch of its own.
     *
     * @return the batch
     */
    String say(String caseNumber, String what, String group, LocalDate due, PromisedTo to, @Nullable String by) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        OffsetDateTime now = now();
        // two people may promise something at once, so the batch is named after the row and not counted
        jdbc.sql(INSERT)
                .params(
                        caseNumber,
                        UUID.randomUUID().toString(),
                        0,
                        what,
                        group,
                        null,
                        due,
                        to == PromisedTo.CUSTOMER,
                        to == PromisedTo.MEDIA,
                        now,
                        by,
                        now)
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        String batch = "said-" + id;
        jdbc.sql("update promise set batch = ? where id = ?").params(batch, id).update();
        return batch;
    }

    /** Number of the next batch of a kind on this case, from 1; the batch is called {@code kind-number}. */
    public int nextNumber(String caseNumber, String kind) {
        return jdbc.sql("select count(distinct batch) + 1 from promise where case_number = ? and batch like ?")
                .params(caseNumber, kind + "-%")
                .query(Integer.class)
                .single();
    }

    public PromiseRow at(String caseNumber, String batch, int position) {
        return jdbc.sql(SELECT + "where case_number = ? and batch = ? and position = ?")
                .params(caseNumber, batch, position)
                .query((row, n) -> promise(row, Map.of()))
                .single();
    }

    /** What was promised, by the number of the promise. */
    public Optional<String> what(long id) {
        return jdbc.sql("select what from promise where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** From now on the drafts of a batch are promises: the customer has accepted, or the house has decided. */
    @Transactional
    public void stand(String caseNumber, String batch) {
        jdbc.sql("update promise set stands_since = ? where case_number = ? and batch = ? and stands_since is null")
                .params(now(), caseNumber, batch)
                .update();
    }

    /** All standing promises of a case, earliest date first; drafts of a proposal are none yet. */
    @Transactional(readOnly = true)
    public List<PromiseRow> of(String caseNumber) {
        Map<Long, List<PromiseMove>> moves = moves(caseNumber);
        return jdbc.sql(SELECT + "where case_number = ? and stands_since is not null order by due, id")
                .param(caseNumber)
                .query((row, n) -> promise(row, moves))
                .list();
    }

    @Transactional
    public void keep(long id) {
        jdbc.sql("update promise set kept_at = ?, kept_by = ? where id = ? and kept_at is null")
                .params(now(), house.caller().orElse(null), id)
                .update();
    }

    /** Gives the promise another date; the one before stays on record. */
    @Transactional
    public void move(long id, LocalDate due, @Nullable String reason) {
        jdbc.sql("insert into promise_move (promise_id, due_before, due_after, reason, moved_by, moved_at)"
                        + " select id, due, cast(? as date), ?, ?, ? from promise where id = ?")
                .params(due, reason, house.caller().orElse(null), now(), id)
                .update();
        jdbc.sql("update promise set due = ? where id = ?").params(due, id).update();
    }

    private Map<Long, List<PromiseMove>> moves(String caseNumber) {
        return jdbc
                .sql("select m.promise_id, m.due_before, m.due_after, m.reason, m.moved_by, m.moved_at"
                        + " from promise_move m join promise p on p.id = m.promise_id where p.case_number = ?"
                        + " order by m.id")
                .param(caseNumber)
                .query((row, n) -> Map.entry(row.getLong("promise_id"), move(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static PromiseMove move(ResultSet row) throws SQLException {
        return new PromiseMove(
                row.getObject("due_before", LocalDate.class),
                row.getObject("due_after", LocalDate.class),
                row.getString("reason"),
                row.getString("moved_by"),
                row.getObject("moved_at", OffsetDateTime.class).toInstant());
    }

    private static PromiseRow promise(ResultSet row, Map<Long, List<PromiseMove>> moves) throws SQLException {
        long id = row.getLong("id");
        return new PromiseRow(
                id,
                row.getString("case_number"),
                row.getString("batch"),
                row.getInt("position"),
                row.getString("what"),
                row.getString("keeper"),
                row.getString("person"),
                row.getObject("due", LocalDate.class),
                to(row),
                instant(row, "stands_since"),
                row.getString("made_by"),
                instant(row, "kept_at"),
                row.getString("kept_by"),
                moves.getOrDefault(id, List.of()));
    }

    private static PromisedTo to(ResultSet row) throws SQLException {
        if (row.getBoolean("to_customer")) {
            return PromisedTo.CUSTOMER;
        }
        return row.getBoolean("to_media") ? PromisedTo.MEDIA : PromisedTo.HOUSE;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
