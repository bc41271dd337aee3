package io.amends.churnscan;

import io.amends.churnscan.ChurnScan.Worth;
import io.amends.lostcustomer.Signal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What scans found, and what became of it. */
@Component
class FindingTable {

    /** The detail of a signal besides silence is short; so is a reason in words. */
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final ScanCounts counts;

    FindingTable(JdbcClient jdbc, ScanCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    /** Customers with a finding that waits, the most valuable first; customers of equal value by number. */
    List<String> waiting(long scan, int atMost) {
        return jdbc.sql("""
                        select customer_number from churn_finding where scan_id = ? and state = 'found'
                        group by second_lifetime_value, customer_number
                        order by second_lifetime_value desc, customer_number fetch first %d rows only""".formatted(atMost)).param(scan).query(String.class).list();
    }

    /** What waits of a customer, the strongest signal first, for this transaction alone. */
    List<Finding> hold(long scan, String customer) {
        return jdbc.sql("""
                        select * from churn_finding where scan_id = ? and customer_number = ? and state = 'found'
                        order by strength, since_on, id for update""").params(scan, customer).query(FindingTable::finding).list();
    }

    void started(long scan, Finding finding, String caseNumber) {
        become(finding, "started", null, caseNumber);
        counts.moved(scan, finding.signal().code(), "started", "");
    }

    /** @param reason a code */
    void skipped(long scan, Finding finding, String reason, @Nullable String caseNumber) {
        become(finding, "skipped", reason, caseNumber);
        counts.moved(scan, finding.signal().code(), "skipped", reason);
    }

    /** @param reason in words */
    void failed(long scan, Finding finding, String reason) {
        become(finding, "failed", reason, null);
        counts.moved(scan, finding.signal().code(), "failed", "");
    }

    private void become(Finding finding, String state, @Nullable String reason, @Nullable String caseNumber) {
        String said = reason != null && reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        jdbc.sql("update churn_finding set state = ?, reason = ?, case_number = ? where id = ?")
                .params(state, said, caseNumber, finding.id())
                .update();
    }

    /** Whoever still waits is one too many for this scan; the next one finds them again. */
    void skipTheRest(long scan) {
        for (Signal signal : SignalSearch.SIGNALS) {
            int left = jdbc.sql("""
                            update churn_finding set state = 'skipped', reason = 'over-capacity'
                            where scan_id = ? and state = 'found' and signal = ?""").params(scan, signal.code()).update();
            if (left > 0) {
                counts.add(scan, new ScanCounts.Count(signal.code(), "found", "", -left));
                counts.add(scan, new ScanCounts.Count(signal.code(), "skipped", "over-capacity", left));
            }
        }
    }

    /** Lets go of what led to nothing. */
    void sweep(long scan) {
        jdbc.sql("delete from churn_finding where scan_id = ? and state <> 'started'")
                .param(scan)
                .update();
    }

    /**
     * One page, the most valuable first.
     *
     * @param signal a code, or blank for all
     * @param after where the page before ended, or null
     */
    List<Finding> page(long scan, String state, String signal, @Nullable Place after, int atMost) {
        Place begin = after == null ? Place.FIRST : after;
        return jdbc.sql("""
                        select * from churn_finding where scan_id = :scan and state = :state
                            and (:signal = '' or signal = :signal)
                            and (second_lifetime_value < :value or second_lifetime_value = :value
                                and (customer_number > :customer or customer_number = :customer and id > :id))
                        order by second_lifetime_value desc, customer_number, id fetch first %d rows only""".formatted(atMost))
                .param("scan", scan)
                .param("state", state)
                .param("signal", signal)
                .param("value", begin.value())
                .param("customer", begin.customer())
                .param("id", begin.id())
                .query(FindingTable::finding)
                .list();
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(
                row.getLong("id"),
                row.getString("customer_number"),
                Signal.of(row.getString("signal")),
                row.getString("reference"),
                Objects.requireNonNull(row.getObject("since_on", LocalDate.class)),
                row.getString("detail"),
                new Worth(
                        row.getBigDecimal("net_amount"),
                        row.getBigDecimal("lifetime_value"),
                        row.getBigDecimal("second_lifetime_value")),
                row.getObject("last_bought_on", LocalDate.class),
                row.getBigDecimal("usual_interval"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("case_number"));
    }
}
