package io.amends.churnscan;

import io.amends.churnscan.ChurnScan.Worth;
import io.amends.lostcustomer.Signal;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds who is lost among the customers of one chunk, in one statement over all signals (L-1). It reads the tables of other
 * modules, and only reads them: asking their services customer by customer would take hours.
 */
@Component
class SignalSearch {

    /** Those that a scan looks for, the strongest first. */
    static final List<Signal> SIGNALS = List.of(Signal.DISSATISFIED, Signal.CLOSED, Signal.ENDING, Signal.SILENCE);

    // a difference of dates in days is written so that both databases read it
    private static final String FIND = """
            insert into churn_finding (scan_id, customer_number, signal, strength, reference, since_on, detail,
                net_amount, lifetime_value, second_lifetime_value, last_bought_on, usual_interval,
                state, reason, case_number)
            select :scan, f.customer_number, f.signal, f.strength, f.reference, f.since_on, f.detail,
                coalesce(v.net_amount, 0), coalesce(v.lifetime_value, 0), coalesce(v.second_lifetime_value, 0),
                v.last_bought_on, v.usual_interval,
                case when before.case_number is null and running.case_number is null and f.back = 0 then 'found'
                    else 'skipped' end,
                case when before.case_number is not null then 'taken-up-before'
                    when running.case_number is not null then 'recovery-running'
                    when f.back = 1 then 'bought-again-since' end,
                coalesce(before.case_number, running.case_number)
            from (select l.*, case when exists (select 1 from purchase p
                    where p.customer_number = l.customer_number and p.bought_on > :asOf and p.bought_on <= :today
                        and p.house_amount > 0) then 1 else 0 end as back
            from (
                select s.customer_number, 'dissatisfied' as signal, 0 as strength, s.case_number as reference,
                    min(s.since_on) as since_on, max(s.detail) as detail
                from (
                    select s.customer_number, s.case_number, cast(s.recorded_at as date) as since_on,
                        cast(s.score as varchar(20)) as detail
                    from customer_satisfaction s
                    where s.customer_number > :after and s.customer_number <= :last
                        and s.moment = 'after' and s.score <= 6 and s.recorded_at < :dayOver
                        and not exists (select 1 from customer_satisfaction l
                            where l.customer_number = s.customer_number and l.moment = 'after' and l.recorded_at < :dayOver
                                and (l.recorded_at > s.recorded_at or l.recorded_at = s.recorded_at and l.id > s.id))
                    union all
                    select c.number, coalesce(c.at_risk_case, 'at-risk'), cast(c.at_risk_since as date), null
                    from customer c
                    where c.number > :after and c.number <= :last and c.at_risk_since < :dayOver
                ) s
                group by s.customer_number, s.case_number
                union all
                select a.customer_number, case when a.kind = 'account' then 'closed' else 'ending' end,
                    case when a.kind = 'account' then 1 else 2 end, cast(a.id as varchar(20)), a.ends_on, a.kind
                from agreement a
                where a.customer_number > :after and a.customer_number <= :last
                    and (a.kind = 'account' and a.ends_on <= :asOf
                        or a.kind <> 'account' and a.ends_on >= :asOf and a.ends_on <= :endingUntil)
                    and not exists (select 1 from agreement l
                        where l.customer_number = a.customer_number and l.kind = a.kind and l.ends_on > a.ends_on)
                union all
                select v.customer_number, 'silence', 3, cast(v.last_bought_on as varchar(20)), v.last_bought_on, null
                from customer_value v
                where v.customer_number > :after and v.customer_number <= :last
                    and v.usual_interval is not null and v.last_bought_on < :silentSince
                    and (extract(epoch from cast(:asOf as date)) - extract(epoch from v.last_bought_on)) / 86400
                        > :silentIntervals * v.usual_interval
            ) l) f
            left join customer_value v on v.customer_number = f.customer_number
            left join lost_customer before on before.customer_number = f.customer_number
                and before.signal = f.signal and before.reference = f.reference
            left join lost_customer_running running on running.customer_number = f.customer_number""";

    private static final String COUNT = """
            select signal, state, coalesce(reason, '') as reason, count(*) as findings from churn_finding
            where scan_id = :scan and customer_number > :after and customer_number <= :last
            group by signal, state, reason""";

    private static final String SILENT = """
            select coalesce(sum(net_amount), 0) as net_amount, coalesce(sum(lifetime_value), 0) as lifetime_value,
                coalesce(sum(second_lifetime_value), 0) as second_lifetime_value
            from churn_finding
            where scan_id = :scan and customer_number > :after and customer_number <= :last and signal = 'silence'""";

    private static final String LOOKED_AT = """
            select count(*) as customers, count(v.last_bought_on) as buyers
            from customer c left join customer_value v on v.customer_number = c.number
            where c.number > :after and c.number <= :last""";

    private static final Worth NOTHING = new Worth(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignalSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps what it finds; whoever was taken up before for the same, is being taken up now, or has bought something between
     * the day of the scan and today, is skipped at once.
     *
     * @param after number of the last customer before the chunk, or null for the first
     * @param last number of its last customer
     */
    Found find(ChurnScan scan, @Nullable String after, String last) {
        Map<String, Object> values = new HashMap<>();
        values.put("scan", scan.id());
        values.put("after", after == null ? "" : after);
        values.put("last", last);
        values.put("asOf", scan.asOf());
        values.put("today", LocalDate.ofInstant(clock.instant(), clock.getZone()));
        values.put("dayOver", dayOver(scan));
        values.put("endingUntil", scan.asOf().plusDays(scan.rules().endingDays()));
        values.put("silentSince", scan.asOf().minusDays(scan.rules().silentDays()));
        values.put("silentIntervals", scan.rules().silentIntervals());
        int findings = jdbc.sql(FIND).params(values).update();
        LookedAt lookedAt = jdbc.sql(LOOKED_AT)
                .params(values)
                .query((row, number) -> new LookedAt(row.getInt("customers"), row.getInt("buyers")))
                .single();
        if (findings == 0) {
            return new Found(List.of(), lookedAt.customers(), lookedAt.buyers(), NOTHING);
        }
        return new Found(
                jdbc.sql(COUNT).params(values).query(SignalSearch::count).list(),
                lookedAt.customers(),
                lookedAt.buyers(),
                jdbc.sql(SILENT)
                        .params(values)
                        .query((row, number) ->
                                new Worth(row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3)))
                        .single());
    }

    /** The first moment that the scan knows nothing of. */
    private OffsetDateTime dayOver(ChurnScan scan) {
        return scan.asOf().plusDays(1).atStartOfDay(clock.getZone()).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static ScanCounts.Count count(ResultSet row, int number) throws SQLException {
        return new ScanCounts.Count(
                row.getString("signal"), row.getString("state"), row.getString("reason"), row.getInt("findings"));
    }

    private record LookedAt(int customers, int buyers) {}

    /**
     * @param customers of the chunk, found or not
     * @param buyers those of them who had bought something by that day
     */
    record Found(List<ScanCounts.Count> counts, int customers, int buyers, Worth silent) {}
}
