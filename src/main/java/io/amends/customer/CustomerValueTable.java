package io.amends.customer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of values; the database works them out. */
@Component
class CustomerValueTable {

    private static final String LAST_OF_RANGE = """
            select max(number) from (
                select number from customer where number > :after order by number fetch first :atMost rows only) chunk""";

    // Margin per order times orders a year is net/orders*margin * orders*365/days: the number of orders cancels out.
    // Cancellations, and what was free, have no order_on, so they make no gap, whether a database sorts nulls first or
    // last.
    // The range stands beside the join, too, so that the index of purchases is read for it only.
    private static final String RECOMPUTE = """
            merge into customer_value v using (
                select number, purchases, purchase_days, first_on, last_on, usual_interval, net,
                    case when purchases > 0 and net > 0
                        then net * cast(:margin as numeric(10, 6)) * 365 / greatest(365,
                            extract(day from cast(cast(:asOf as date) as timestamp) - cast(first_on as timestamp)))
                        else 0 end as yearly
                from (
                    select number, count(order_on) as purchases, count(distinct order_on) as purchase_days,
                        min(order_on) as first_on, max(order_on) as last_on, coalesce(sum(house_amount), 0) as net,
                        case when count(distinct order_on) >= 3 then cast(percentile_cont(0.5)
                            within group (order by gap) filter (where gap > 0) as numeric(10, 1)) end as usual_interval
                    from (
                        select number, house_amount, order_on,
                            extract(day from cast(order_on as timestamp) - cast(lag(order_on)
                                over (partition by number order by order_on) as timestamp)) as gap
                        from (
                            select c.number, p.house_amount, case when p.house_amount > 0 then p.bought_on end as order_on
                            from customer c
                            left join purchase p on p.customer_number = c.number and p.bought_on <= :asOf
                                and p.customer_number > :after and p.customer_number <= :last
                            where c.number > :after and c.number <= :last
                        ) bought
                    ) gaps
                    group by number
                ) summed
            ) n on (v.customer_number = n.number)
            when matched then update set
                as_of = :asOf, assumptions_version = :version, purchases = n.purchases, purchase_days = n.purchase_days,
                first_bought_on = n.first_on, last_bought_on = n.last_on, usual_interval = n.usual_interval,
                net_amount = n.net, yearly_value = round(n.yearly, 2),
                lifetime_value = round(n.yearly * cast(:lifetime as numeric(14, 8)), 2),
                second_lifetime_value = round(n.yearly * cast(:second as numeric(14, 8)), 2)
            when not matched then insert (customer_number, as_of, assumptions_version, purchases, purchase_days,
                first_bought_on, last_bought_on, usual_interval, net_amount, yearly_value, lifetime_value,
                second_lifetime_value, tier)
                values (n.number, :asOf, :version, n.purchases, n.purchase_days, n.first_on, n.last_on, n.usual_interval,
                    n.net, round(n.yearly, 2), round(n.yearly * cast(:lifetime as numeric(14, 8)), 2),
                    round(n.yearly * cast(:second as numeric(14, 8)), 2), 'none')""";

    private static final String RANK = """
            merge into customer_value v using (
                select customer_number, case
                    when purchases = 0 then 'none'
                    when worth <= 0 then 'C'
                    when up_to - worth < 0.80 * total then 'A'
                    when up_to - worth < 0.95 * total then 'B'
                    else 'C' end as tier
                from (
                    select customer_number, purchases, worth,
                        sum(worth) over (order by worth desc, customer_number rows unbounded preceding) as up_to,
                        sum(worth) over () as total
                    from (
                        select customer_number, purchases,
                            case when purchases > 0 and net_amount > 0 then net_amount else 0 end as worth
                        from customer_value
                    ) valued
                ) ranked
            ) t on (v.customer_number = t.customer_number)
            when matched and v.tier <> t.tier then update set tier = t.tier""";

    private static final String TELL_THE_DIRECTORY = """
            merge into customer c using customer_value v on (c.number = v.customer_number)
            when matched and c.tier <> v.tier then update set tier = v.tier""";

    private final JdbcClient jdbc;

    CustomerValueTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param after the number after which to begin
     * @return the last number that was done; empty when there was none
     */
    @Transactional
    Optional<String> recompute(LocalDate asOf, String after, int atMost, Assumptions assumptions) {
        takeTurn();
        var last = jdbc.sql(LAST_OF_RANGE)
                .param("after", after)
                .param("atMost", atMost)
                .query((rs, row) -> Optional.ofNullable(rs.getString(1)))
                .single();
        if (last.isEmpty()) {
            return last;
        }
        jdbc.sql(RECOMPUTE)
                .param("asOf", asOf)
                .param("after", after)
                .param("last", last.get())
                .param("version", assumptions.version())
                .param("margin", assumptions.value(Assumption.MARGIN))
                .param("lifetime", factor(assumptions, Assumption.RETENTION))
                .param("second", factor(assumptions, Assumption.RETENTION_AFTER_REGAIN))
                .update();
        return last;
    }

    @Transactional
    void rankTiers() {
        takeTurn();
        jdbc.sql(RANK).update();
        jdbc.sql(TELL_THE_DIRECTORY).update();
    }

    Optional<CustomerValue> find(String customerNumber) {
        return jdbc.sql("""
                        select customer_number, as_of, assumptions_version, purchases, purchase_days, first_bought_on,
                            last_bought_on, usual_interval, net_amount, yearly_value, lifetime_value,
                            second_lifetime_value, tier
                        from customer_value where customer_number = ?""")
                .param(customerNumber)
                .query(CustomerValueTable::value)
                .optional();
    }

    /** Two who work values out at once would both add the same row. */
    private void takeTurn() {
        jdbc.sql("select id from customer_value_turn where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    private static BigDecimal factor(Assumptions assumptions, Assumption retention) {
        return BigDecimal.valueOf(LifetimeValue.factor(
                assumptions.share(retention),
                assumptions.share(Assumption.DISCOUNT),
                assumptions.whole(Assumption.HORIZON_YEARS)));
    }

    private static CustomerValue value(ResultSet rs, int row) throws SQLException {
        return new CustomerValue(
                rs.getString("customer_number"),
                rs.getObject("as_of", LocalDate.class),
                rs.getInt("assumptions_version"),
                rs.getInt("purchases"),
                rs.getInt("purchase_days"),
                rs.getObject("first_bought_on", LocalDate.class),
                rs.getObject("last_bought_on", LocalDate.class),
                rs.getBigDecimal("usual_interval"),
                rs.getBigDecimal("net_amount"),
                rs.getBigDecimal("yearly_value"),
                rs.getBigDecimal("lifetime_value"),
                rs.getBigDecimal("second_lifetime_value"),
                rs.getString("tier"));
    }
}
