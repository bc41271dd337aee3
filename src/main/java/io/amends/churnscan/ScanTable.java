package io.amends.churnscan;

import io.amends.churnscan.ChurnScan.Rules;
import io.amends.churnscan.ChurnScan.Worth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of scans. */
@Component
class ScanTable {

    private static final String SELECT = "select * from churn_scan ";

    private final JdbcClient jdbc;

    ScanTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A new scan at its beginning.
     *
     * @throws org.springframework.dao.DuplicateKeyException while another one works
     */
    long add(LocalDate asOf, @Nullable String askedBy, @Nullable String process, Rules rules, Instant now) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into churn_scan (as_of, asked_by, asked_at, process, state, unfinished, assumptions_version,
                            silent_intervals, silent_days, ending_days, starts_at_most, customers)
                        values (?, ?, ?, ?, 'looking', 'yes', ?, ?, ?, ?, ?, (select count(*) from customer))""")
                .params(
                        asOf,
                        askedBy,
                        time(now),
                        process,
                        rules.version(),
                        rules.silentIntervals(),
                        rules.silentDays(),
                        rules.endingDays(),
                        rules.startsAtMost())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void setProcess(long id, String process) {
        jdbc.sql("update churn_scan set process = ? where id = ?")
                .params(process, id)
                .update();
    }

    Optional<ChurnScan> find(long id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(ScanTable::scan)
                .optional();
    }

    Optional<ChurnScan> ofProcess(String process) {
        return jdbc.sql(SELECT + "where process = ?")
                .param(process)
                .query(ScanTable::scan)
                .optional();
    }

    /** The one that works now. */
    Optional<ChurnScan> working() {
        return jdbc.sql(SELECT + "where unfinished = 'yes'")
                .query(ScanTable::scan)
                .optional();
    }

    /** Newest first. */
    List<ChurnScan> latest(int atMost) {
        return jdbc.sql(SELECT + "order by id desc fetch first " + atMost + " rows only")
                .query(ScanTable::scan)
                .list();
    }

    /** For this transaction alone: two nodes that work on one scan take turns. */
    ChurnScan hold(long id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id)
                .query(ScanTable::scan)
                .optional()
                .orElseThrow(() -> new IllegalStateException("There is no scan " + id));
    }

    /**
     * It works, whatever stopped it before.
     *
     * @throws org.springframework.dao.DuplicateKeyException while another one works
     */
    void works(long id, ScanState state) {
        jdbc.sql("""
                        update churn_scan set state = ?, unfinished = 'yes', problem = null
                        where id = ? and (state <> ? or unfinished is null)""").params(state.code(), id, state.code()).update();
    }

    /** It keeps its place; another one may work meanwhile. */
    void interrupted(long id, String problem) {
        jdbc.sql("""
                        update churn_scan set state = 'interrupted', unfinished = null, problem = ?
                        where id = ? and state <> 'finished'""").params(problem, id).update();
    }

    /** @param last number of the last customer of the chunk */
    void lookedAt(long id, String last, int customers, int buyers, Worth silent) {
        jdbc.sql("""
                        update churn_scan set looked_at = looked_at + ?, last_looked_at = ?, buyers = buyers + ?,
                            silent_net_amount = silent_net_amount + ?,
                            silent_lifetime_value = silent_lifetime_value + ?,
                            silent_second_lifetime_value = silent_second_lifetime_value + ?
                        where id = ?""")
                .params(
                        customers,
                        last,
                        buyers,
                        silent.netAmount(),
                        silent.lifetimeValue(),
                        silent.secondLifetimeValue(),
                        id)
                .update();
    }

    /** Customers may have come while it looked, so the count is put right. */
    void allLookedAt(long id) {
        jdbc.sql("update churn_scan set all_looked_at = true, customers = looked_at where id = ?")
                .param(id)
                .update();
    }

    /** Takes one of the places for recoveries; false when all are taken. */
    boolean takePlace(long id) {
        return jdbc.sql("update churn_scan set started = started + 1 where id = ? and started < starts_at_most")
                        .param(id)
                        .update()
                == 1;
    }

    void giveBackPlace(long id) {
        jdbc.sql("update churn_scan set started = started - 1 where id = ?")
                .param(id)
                .update();
    }

    void finished(long id, Instant now) {
        jdbc.sql("""
                        update churn_scan set state = 'finished', unfinished = null, problem = null, finished_at = ?
                        where id = ?""").params(time(now), id).update();
    }

    /** Finished scans beyond the newest ones, whose findings are still kept. */
    List<Long> toSweep(int newest) {
        return jdbc.sql("""
                        select id from churn_scan where state = 'finished' and swept = false and id not in (
                            select id from churn_scan where state = 'finished' order by id desc fetch first %d rows only)
                        order by id""".formatted(newest)).query(Long.class).list();
    }

    void swept(long id) {
        jdbc.sql("update churn_scan set swept = true where id = ?").param(id).update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ChurnScan scan(ResultSet row, int number) throws SQLException {
        return new ChurnScan(
                row.getLong("id"),
                row.getObject("as_of", LocalDate.class),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("process"),
                ScanState.of(row.getString("state")),
                row.getString("problem"),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                new Rules(
                        row.getInt("assumptions_version"),
                        row.getBigDecimal("silent_intervals"),
                        row.getInt("silent_days"),
                        row.getInt("ending_days"),
                        row.getInt("starts_at_most")),
                row.getInt("customers"),
                row.getInt("looked_at"),
                row.getString("last_looked_at"),
                row.getBoolean("all_looked_at"),
                row.getInt("buyers"),
                row.getInt("started"),
                new Worth(
                        row.getBigDecimal("silent_net_amount"),
                        row.getBigDecimal("silent_lifetime_value"),
                        row.getBigDecimal("silent_second_lifetime_value")),
                row.getBoolean("swept"));
    }
}
