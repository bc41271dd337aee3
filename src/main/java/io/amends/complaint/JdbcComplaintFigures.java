package io.amends.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the register of cases, scores and purchases in sets. */
@Repository
class JdbcComplaintFigures implements ComplaintFigures {

    private static final Group NONE = new Group(0, 0, 0);

    private final JdbcClient jdbc;

    JdbcComplaintFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Handled handled(Instant from, Instant until, int days, Instant now) {
        Map<String, Row> rows = jdbc
                .sql("""
                        select y.handled, count(*) as cases, sum(y.watched) as watched, sum(y.watched * y.back) as back
                        from (select x.handled, x.watched,
                                case when x.watched = 1 and exists (select 1 from purchase p where p.customer_number = x.customer_number
                                        and p.bought_at > x.closed_at
                                        and p.bought_at <= x.closed_at + cast(? as integer) * interval '1' day
                                        and p.amount > 0)
                                    then 1 else 0 end as back
                              from (select f.customer_number, f.closed_at,
                                        case when f.customer_number is not null and f.closed_at <= ? then 1 else 0 end as watched,
                                        case when f.state = 'open' then 'open'
                                            when f.outcome in ('withdrawn', 'unanswered') then 'unknown'
                                            when f.outcome = 'final-response' or s.score <= 6 then 'unsolved'
                                            when f.outcome = 'settled' then 'fast'
                                            else 'solved' end as handled
                                    from case_file f
                                    left join customer_satisfaction s on s.id = (select max(z.id) from customer_satisfaction z
                                        where z.case_number = f.case_number and z.moment = 'after')
                                    where f.process_key = 'complaint' and f.opened_at >= ? and f.opened_at < ?) x) y
                        group by y.handled""")
                .params(days, utc(now.minus(Duration.ofDays(days))), utc(from), utc(until))
                .query((row, n) -> new Row(
                        row.getString("handled"),
                        new Group(row.getInt("cases"), row.getInt("watched"), row.getInt("back"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::handled, Function.identity()));
        return new Handled(
                group(rows, "fast"),
                group(rows, "solved"),
                group(rows, "unsolved"),
                group(rows, "unknown").cases(),
                group(rows, "open").cases());
    }

    private static Group group(Map<String, Row> rows, String handled) {
        Row row = rows.get(handled);
        return row == null ? NONE : row.group();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private record Row(String handled, Group group) {}
}
