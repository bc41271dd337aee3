package io.amends.churnscan;

import io.amends.churnscan.ChurnScan.Rules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers with a past, made by hand, and scans over them. */
@TestComponent
class ScannedHouse {

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();
    private static final AtomicInteger THINGS = new AtomicInteger();

    private final JdbcClient jdbc;
    private final ScanTable scans;
    private final ScanWork work;
    private final Clock clock;

    ScannedHouse(JdbcClient jdbc, ScanTable scans, ScanWork work, Clock clock) {
        this.jdbc = jdbc;
        this.scans = scans;
        this.work = work;
        this.clock = clock;
    }

    String customer() {
        String number = "S-%06d".formatted(CUSTOMERS.incrementAndGet());
        jdbc.sql("insert into customer (number, name, mail) values (?, ?, ?)")
                .params(number, "Somebody " + number, number.toLowerCase(java.util.Locale.ROOT) + "@example.org")
                .update();
        return number;
    }

    /** A customer with purchases of 100 on these days. */
    String buyer(String... days) {
        String number = customer();
        buys(number, 100, days);
        return number;
    }

    /** @param amount negative for cancellations */
    void buys(String number, int amount, String... days) {
        Arrays.stream(days).forEach(day -> jdbc.sql("""
                                insert into purchase (source, external_id, customer_number, bought_at, bought_on, amount, house_amount, currency, what)
                                values ('scan', ?, ?, ?, ?, ?, ?, 'GBP', 'Tea')""")
                .params(
                        "P" + THINGS.incrementAndGet(),
                        number,
                        LocalDate.parse(day).atTime(12, 0).atOffset(ZoneOffset.UTC),
                        LocalDate.parse(day),
                        amount,
                        amount)
                .update());
    }

    /** @return the id of the agreement, by which a finding refers to it */
    String agreement(String number, String kind, String ends) {
        int id = THINGS.incrementAndGet();
        jdbc.sql(
                        "insert into agreement (source, external_id, customer_number, kind, what, ends_on) values ('scan', ?, ?, ?, 'It', ?)")
                .params("A" + id, number, kind, LocalDate.parse(ends))
                .update();
        return jdbc.sql("select id from agreement where source = 'scan' and external_id = ?")
                .param("A" + id)
                .query(String.class)
                .single();
    }

    void scores(String number, String caseNumber, int score, String day) {
        jdbc.sql(
                        "insert into customer_satisfaction (customer_number, case_number, moment, score, recorded_at) values (?, ?, 'after', ?, ?)")
                .params(
                        number,
                        caseNumber,
                        score,
                        LocalDate.parse(day).atTime(9, 0).atOffset(ZoneOffset.UTC))
                .update();
    }

    void isAtRisk(String number, String caseNumber, String since) {
        jdbc.sql("update customer set at_risk_since = ?, at_risk_case = ? where number = ?")
                .params(LocalDate.parse(since).atTime(9, 0).atOffset(ZoneOffset.UTC), caseNumber, number)
                .update();
    }

    void wantsNoContact(String number) {
        jdbc.sql("update customer set do_not_contact = true where number = ?")
                .param(number)
                .update();
    }

    void lives(String number, String address) {
        jdbc.sql("update customer set address = ?, phone = '+442079460001' where number = ?")
                .params(address, number)
                .update();
    }

    void refuses(String number, String... channels) {
        Arrays.stream(channels).forEach(channel -> jdbc.sql(
                        "insert into customer_consent (customer_number, channel, granted, since) values (?, ?, false, ?)")
                .params(number, channel, clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    String today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone()).toString();
    }

    long begins(String asOf) {
        return begins(asOf, 1000);
    }

    long begins(String asOf, int startsAtMost) {
        return scans.add(
                LocalDate.parse(asOf),
                "retention",
                null,
                new Rules(1, new BigDecimal("3"), 60, 60, startsAtMost),
                clock.instant());
    }

    /** Looks at everybody, without taking anybody up. */
    long looks(String asOf) {
        long scan = begins(asOf);
        looks(scan);
        scans.finished(scan, clock.instant());
        return scan;
    }

    void looks(long scan) {
        for (boolean over = work.look(scan); !over; ) {
            over = work.look(scan);
        }
    }

    void starts(long scan) {
        for (boolean over = work.start(scan); !over; ) {
            over = work.start(scan);
        }
        work.finish(scan);
    }

    /** Looks and starts. */
    long scans(String asOf) {
        long scan = begins(asOf);
        looks(scan);
        starts(scan);
        return scan;
    }

    /** As {@code signal reference}, the strongest first. */
    List<String> found(long scan, String number) {
        return jdbc.sql(
                        "select signal, reference from churn_finding where scan_id = ? and customer_number = ? order by strength, id")
                .params(scan, number)
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list();
    }

    /** As {@code signal state reason}, the strongest first. */
    List<String> became(long scan, String number) {
        return jdbc.sql(
                        "select signal, state, coalesce(reason, '') from churn_finding where scan_id = ? and customer_number = ? order by strength, id")
                .params(scan, number)
                .query((row, n) -> (row.getString(1) + " " + row.getString(2) + " " + row.getString(3)).strip())
                .list();
    }

    int casesOf(String number) {
        return jdbc.sql("select count(*) from case_file where customer_number = ? and process_key = 'lost-customer'")
                .param(number)
                .query(Integer.class)
                .single();
    }
}
