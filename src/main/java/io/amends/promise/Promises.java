package io.amends.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was promised on each case, until it is kept (K-8). */
@Repository
public class Promises {

    private static final String SELECT = "select id, case_number, batch, position, what, keeper, due, previous_due,"
            + " to_customer, kept_at from promise ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Promises(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void make(
            String caseNumber,
            String batch,
            int position,
            String what,
            String group,
            LocalDate due,
            boolean toCustomer) {
        jdbc.sql("insert into promise (case_number, batch, position, what, keeper, due, to_customer, made_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        caseNumber,
                        batch,
                        position,
                        what,
                        group,
                        due,
                        toCustomer,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
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
                .query((row, n) -> promise(row))
                .single();
    }

    /** From now on the drafts of a batch are promises: the customer has accepted, or the house has decided. */
    @Transactional
    public void stand(String caseNumber, String batch) {
        jdbc.sql("update promise set standing = true where case_number = ? and batch = ?")
                .params(caseNumber, batch)
                .update();
    }

    /** All standing promises of a case, earliest date first; drafts of a proposal are none yet. */
    public List<PromiseRow> of(String caseNumber) {
        return jdbc.sql(SELECT + "where case_number = ? and standing order by due, id")
                .param(caseNumber)
                .query((row, n) -> promise(row))
                .list();
    }

    @Transactional
    public void keep(long id) {
        jdbc.sql("update promise set kept_at = ? where id = ? and kept_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), id)
                .update();
    }

    @Transactional
    public void move(long id, LocalDate due) {
        jdbc.sql("update promise set previous_due = due, due = ? where id = ?")
                .params(due, id)
                .update();
    }

    private static PromiseRow promise(ResultSet row) throws SQLException {
        OffsetDateTime kept = row.getObject("kept_at", OffsetDateTime.class);
        Instant keptAt = kept == null ? null : kept.toInstant();
        return new PromiseRow(
                row.getLong("id"),
                row.getString("case_number"),
                row.getString("batch"),
                row.getInt("position"),
                row.getString("what"),
                row.getString("keeper"),
                row.getObject("due", LocalDate.class),
                row.getObject("previous_due", LocalDate.class),
                row.getBoolean("to_customer"),
                keptAt);
    }
}
