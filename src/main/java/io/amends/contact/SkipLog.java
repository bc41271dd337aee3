package io.amends.contact;

import static io.amends.contact.Sql.moment;
import static io.amends.contact.Sql.momentOrNull;
import static io.amends.contact.Sql.utc;
import static io.amends.contact.Sql.utcOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of contacts that were not made, each with its reason: once for a case, a reason and a day (L-2). */
@Repository
class SkipLog {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    SkipLog(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        // behind a savepoint: whoever comes second loses only the line that is there already
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    void add(
            String customerNumber,
            SkipReason reason,
            String processKey,
            @Nullable String caseNumber,
            @Nullable Instant askAgainAt) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        String occasion = caseNumber == null ? processKey : caseNumber;
        if (known(customerNumber, occasion, reason, today)) {
            return;
        }
        try {
            apart.executeWithoutResult(status -> jdbc.sql("""
                            insert into contact_skip (customer_number, process_key, case_number, occasion, reason, skipped_on,
                                skipped_at, ask_again_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            customerNumber,
                            processKey,
                            caseNumber,
                            occasion,
                            reason.code(),
                            today,
                            utc(now),
                            utcOrNull(askAgainAt))
                    .update());
        } catch (DuplicateKeyException sameMoment) {
            // another node wrote it
        }
    }

    /** Newest first. */
    List<SkipRow> of(String customerNumber, Instant since, int atMost) {
        return jdbc.sql("select * from contact_skip where customer_number = ? and skipped_at >= ?"
                        + " order by skipped_at desc, id desc fetch first ? rows only")
                .params(customerNumber, utc(since), atMost)
                .query(SkipLog::row)
                .list();
    }

    /** Oldest first. */
    List<SkipRow> ofCase(String caseNumber) {
        return jdbc.sql("select * from contact_skip where case_number = ? order by skipped_at, id")
                .param(caseNumber)
                .query(SkipLog::row)
                .list();
    }

    private boolean known(String customerNumber, String occasion, SkipReason reason, LocalDate day) {
        return jdbc.sql("select count(*) from contact_skip where customer_number = ? and occasion = ? and reason = ?"
                                + " and skipped_on = ?")
                        .params(customerNumber, occasion, reason.code(), day)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static SkipRow row(ResultSet row, int number) throws SQLException {
        return new SkipRow(
                row.getString("customer_number"),
                SkipReason.valueOf(
                        row.getString("reason").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("process_key"),
                row.getString("case_number"),
                moment(row, "skipped_at"),
                momentOrNull(row, "ask_again_at"));
    }

    /**
     * A contact that was not made.
     *
     * @param caseNumber null where no case was started
     * @param askAgainAt when the case asks again, or null after a no
     */
    record SkipRow(
            String customerNumber,
            SkipReason reason,
            String processKey,
            @Nullable String caseNumber,
            Instant at,
            @Nullable Instant askAgainAt) {}
}
