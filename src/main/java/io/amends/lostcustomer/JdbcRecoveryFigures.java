package io.amends.lostcustomer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the table of lost customers in sets. */
@Repository
class JdbcRecoveryFigures implements RecoveryFigures {

    private static final int FETCHED = 500;

    // a reason is confirmed after a talk only, so whoever is let go with one was pursued until then
    private static final String PURSUED =
            "(l.decision in ('pursue', 'fix-first') or (l.decision = 'let-go' and l.confirmed_reason is not null))";

    // whom the policy kept us from was never tried
    private static final String TRIED = "not (l.tries = 0 and coalesce(l.talk_result, '') = 'left-alone')";

    private static final String STAND = """
            case when l.decision = 'hold-out' then 'held-out'
                when l.outcome = 'left-alone' then 'left-alone'
                when l.decision is null then 'undecided'
                when not %s then 'let-go'
                when l.closed_at is null then 'running'
                when l.outcome = 'regained' then 'regained'
                else 'not-regained' end""".formatted(PURSUED);

    private static final String BENEFIT =
            "l.benefit_repurchase + l.benefit_replacement + l.benefit_referral + l.benefit_learnt";
    private static final String COST = "l.cost_people + l.cost_offer + l.cost_letters + l.cost_losses";
    private static final String OPENED = " from lost_customer l where l.opened_at >= ? and l.opened_at < ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate stream;

    JdbcRecoveryFigures(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.stream = new JdbcTemplate(database);
        stream.setFetchSize(FETCHED);
    }

    @Override
    public List<Count> counts(Instant from, Instant until) {
        return jdbc.sql("""
                        select x.reason, x.confirmed, x.offer, x.answer, x.stand, count(*) as cases, count(x.benefit) as evaluated,
                            coalesce(sum(x.benefit), 0) as benefit, coalesce(sum(x.cost), 0) as cost,
                            sum(x.yearly_value) as yearly_value, min(x.assumptions) as oldest, max(x.assumptions) as newest
                        from (select coalesce(l.confirmed_reason, l.proposed_reason) as reason,
                                case when l.confirmed_reason is null then 0 else 1 end as confirmed,
                                case when l.offered_at is null then 'none' else coalesce(l.offer_kind, 'none') end as offer,
                                l.offer_answer as answer, %s as stand, %s as benefit, %s as cost,
                                l.yearly_value, l.assumptions_version as assumptions %s) x
                        group by x.reason, x.confirmed, x.offer, x.answer, x.stand""".formatted(STAND, BENEFIT, COST, OPENED))
                .params(utc(from), utc(until))
                .query(JdbcRecoveryFigures::count)
                .list();
    }

    @Override
    public Comeback comeback(Instant from, Instant until, int days, Instant now) {
        return jdbc.sql("""
                        select coalesce(sum(x.pursued), 0) as pursued, coalesce(sum(x.pursued * x.back), 0) as pursued_back,
                            coalesce(sum(1 - x.pursued), 0) as held_out, coalesce(sum((1 - x.pursued) * x.back), 0) as held_out_back
                        from (select case when l.decision = 'hold-out' then 0 else 1 end as pursued,
                                case when exists (select 1 from purchase p where p.customer_number = l.customer_number
                                        and p.bought_at > l.opened_at
                                        and p.bought_at <= l.opened_at + cast(? as integer) * interval '1' day
                                        and p.amount > 0)
                                    or exists (select 1 from agreement a where a.customer_number = l.customer_number
                                        and a.kind in ('contract', 'loan')
                                        and a.began_on > cast(l.opened_at as date)
                                        and a.began_on <= cast(l.opened_at as date) + cast(? as integer))
                                    then 1 else 0 end as back
                              %s and l.opened_at <= ? and (l.decision = 'hold-out' or %s and %s)) x""".formatted(OPENED, PURSUED, TRIED))
                .params(days, days, utc(from), utc(until), utc(now.minus(Duration.ofDays(days))))
                .query((row, n) -> new Comeback(
                        row.getInt("pursued"),
                        row.getInt("pursued_back"),
                        row.getInt("held_out"),
                        row.getInt("held_out_back")))
                .single();
    }

    /** PostgreSQL hands rows over bit by bit within a transaction only. */
    @Override
    @Transactional(readOnly = true)
    public void each(Instant from, Instant until, Consumer<Recovery> reader) {
        stream.query(
                "select l.*, %s as stand, %s as benefit, %s as cost %s order by l.opened_at, l.case_number"
                        .formatted(STAND, BENEFIT, COST, OPENED),
                row -> {
                    reader.accept(recovery(row));
                },
                utc(from),
                utc(until));
    }

    private static Count count(ResultSet row, int n) throws SQLException {
        return new Count(
                row.getString("reason"),
                row.getInt("confirmed") == 1,
                row.getString("offer"),
                row.getString("answer"),
                Stand.of(row.getString("stand")),
                row.getInt("cases"),
                row.getInt("evaluated"),
                row.getBigDecimal("benefit"),
                row.getBigDecimal("cost"),
                row.getBigDecimal("yearly_value"),
                row.getInt("oldest"),
                row.getInt("newest"));
    }

    private static Recovery recovery(ResultSet row) throws SQLException {
        return new Recovery(
                row.getString("case_number"),
                row.getString("customer_number"),
                row.getString("signal"),
                row.getString("value_tier"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("proposed_reason"),
                row.getString("confirmed_reason"),
                row.getString("decision"),
                Stand.of(row.getString("stand")),
                row.getString("offer_kind"),
                row.getBigDecimal("offer_amount"),
                row.getString("offer_answer"),
                row.getString("outcome"),
                instant(row.getObject("closed_at", OffsetDateTime.class)),
                row.getBigDecimal("benefit"),
                row.getBigDecimal("cost"),
                row.getInt("assumptions_version"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
