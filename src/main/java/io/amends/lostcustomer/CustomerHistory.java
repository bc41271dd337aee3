package io.amends.lostcustomer;

import io.amends.customer.Agreement;
import io.amends.customer.CustomerValue;
import io.amends.customer.CustomerValues;
import io.amends.lostcustomer.LostCustomer.Value;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a customer was worth and owns, and what they bought since a moment. */
@Repository
class CustomerHistory {

    private final JdbcClient jdbc;
    private final CustomerValues values;
    private final Clock clock;

    CustomerHistory(JdbcClient jdbc, CustomerValues values, Clock clock) {
        this.jdbc = jdbc;
        this.values = values;
        this.clock = clock;
    }

    /** As worked out last (L-3), or empty for whom nothing was worked out yet. */
    Optional<Value> value(String customerNumber) {
        return values.of(customerNumber)
                .map(it -> new Value(
                        it.tier(),
                        it.yearlyValue(),
                        it.lifetimeValue(),
                        it.secondLifetimeValue(),
                        it.assumptionsVersion()));
    }

    /** {@code 1,234.50 GBP}: an amount of the house. */
    String money(BigDecimal amount) {
        return String.format(Locale.ENGLISH, "%,.2f %s", amount, values.currency());
    }

    /** Purchases, cancellations left out, as counted when the value was worked out. */
    int purchases(String customerNumber) {
        return values.of(customerNumber).map(CustomerValue::purchases).orElse(0);
    }

    /** What was bought from then until now, and what of it is left when cancellations are taken off. */
    Bought boughtSince(String customerNumber, Instant since) {
        return jdbc.sql("""
                        select count(case when amount > 0 then 1 end), coalesce(sum(house_amount), 0) from purchase
                        where customer_number = ? and bought_at >= ? and bought_at <= ?""")
                .params(customerNumber, utc(since), utc(clock.instant()))
                .query((row, n) -> new Bought(row.getInt(1), row.getBigDecimal(2)))
                .single();
    }

    /** Whether a contract or loan began since then and runs (L-10). */
    boolean newAgreementSince(String customerNumber, Instant since) {
        return jdbc.sql("""
                        select count(*) from agreement where customer_number = ? and kind in ('contract', 'loan')
                            and began_on >= ? and began_on <= ? and ends_on >= ?""")
                        .params(customerNumber, day(since), today(), today())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a contract or loan of theirs has not ended. */
    boolean agreementRuns(String customerNumber) {
        return jdbc.sql("""
                        select count(*) from agreement where customer_number = ? and kind in ('contract', 'loan')
                            and ends_on >= ?""")
                        .params(customerNumber, today())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether what ends on that day has not ended yet; nothing ends on no day. */
    boolean runs(@Nullable LocalDate endsOn) {
        return endsOn != null && !endsOn.isBefore(today());
    }

    /** The agreement that a signal is about, or empty for another reference. */
    Optional<Agreement> agreement(String reference) {
        return reference.matches("\\d{1,18}")
                ? jdbc.sql("select external_id, kind, what, began_on, ends_on from agreement where id = ?")
                        .param(Long.valueOf(reference))
                        .query(CustomerHistory::agreement)
                        .optional()
                : Optional.empty();
    }

    /** Whether an account of theirs is closed and none is open. */
    boolean accountClosed(String customerNumber) {
        return jdbc.sql("""
                        select count(*) from agreement where customer_number = ? and kind = 'account'
                        having count(*) > 0 and max(ends_on) <= ?""")
                .params(customerNumber, today())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static Agreement agreement(ResultSet row, int number) throws SQLException {
        return new Agreement(
                row.getString("external_id"),
                row.getString("kind"),
                row.getString("what"),
                row.getObject("began_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class));
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * @param times how often something was bought
     * @param net what is left of it, cancellations taken off
     */
    record Bought(int times, BigDecimal net) {}
}
