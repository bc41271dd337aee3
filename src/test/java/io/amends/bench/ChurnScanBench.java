package io.amends.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.amends.AmendsApplication;
import io.amends.churnscan.ScanForBench;
import io.amends.testing.Postgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a scan takes and how much memory it needs, for ever more customers with ten purchases each, on a PostgreSQL of its own.
 * A program, started by {@code mvn test-compile exec:exec@churn-scan-bench}; it prints a table and writes it to
 * {@code target/bench/churn-scan.json}. Arguments: numbers of customers.
 */
public final class ChurnScanBench {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);
    private static final int PURCHASES_EACH = 10;
    private static final int[] SIZES = {10_000, 100_000, 1_000_000};

    private ChurnScanBench() {}

    public static void main(String[] arguments) throws IOException {
        int[] sizes = arguments.length == 0
                ? SIZES
                : java.util.Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        List<Map<String, Object>> rows = new ArrayList<>();
        System.setProperty("spring.datasource.url", Postgres.freshAddress());
        System.setProperty("spring.datasource.username", Postgres.USER);
        try (ConfigurableApplicationContext application = start()) {
            JdbcClient jdbc = application.getBean(JdbcClient.class);
            ScanForBench scans = application.getBean(ScanForBench.class);
            System.out.printf(
                    "%-12s %-12s %10s %8s %14s %14s %12s %10s%n",
                    "customers", "purchases", "found", "chunks", "ms a chunk", "longest ms", "purchases/s", "heap MB");
            int made = 0;
            for (int size : sizes) {
                make(jdbc, made, size);
                made = size;
                rows.add(measure(scans, size));
            }
        }
        Path file = Path.of("target", "bench", "churn-scan.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
        System.out.println("Written to " + file);
        System.exit(0);
    }

    private static ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(AmendsApplication.class, ScanForBench.class);
        application.setAdditionalProfiles("test");
        return application.run(
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=false",
                "--logging.level.root=warn",
                "--spring.main.banner-mode=off");
    }

    /** Every customer has an interval and a last purchase of their own; about a third are silent for too long. */
    private static void make(JdbcClient jdbc, int from, int upTo) {
        long begin = System.nanoTime();
        jdbc.sql("""
                        insert into customer (number, name)
                        select 'B-' || lpad(cast(n as varchar), 8, '0'), 'Somebody ' || n from generate_series(?, ?) n""").params(from + 1, upTo).update();
        jdbc.sql("""
                        insert into purchase (source, external_id, customer_number, bought_at, bought_on, amount, house_amount, currency, what)
                        select 'bench', n || '-' || k, 'B-' || lpad(cast(n as varchar), 8, '0'), day, day,
                            case when k = 5 then -5 else 10 + n % 500 end, case when k = 5 then -5 else 10 + n % 500 end, 'GBP', 'Tea'
                        from generate_series(?, ?) n
                        cross join generate_series(0, ?) k
                        cross join lateral (select cast(? as date) - cast(n % 240 + k * (5 + n % 30) as integer) as day) d""").params(from + 1, upTo, PURCHASES_EACH - 1, AS_OF).update();
        for (String table : List.of("customer", "purchase", "customer_value", "churn_finding")) {
            jdbc.sql("vacuum analyze " + table).update();
        }
        System.out.printf(
                Locale.ROOT, "made %,d customers in %,d s%n", upTo - from, (System.nanoTime() - begin) / 1_000_000_000);
    }

    private static Map<String, Object> measure(ScanForBench scans, int customers) {
        forgetPeak();
        List<Long> chunks = scans.look(AS_OF);
        long peak = peak();
        long total = chunks.stream().mapToLong(it -> it).sum();
        long longest = chunks.stream().mapToLong(it -> it).max().orElse(0);
        long perSecond = total == 0 ? 0 : 1000L * customers * PURCHASES_EACH / total;
        int found = scans.found();
        System.out.printf(
                Locale.ROOT,
                "%,-12d %,-12d %,10d %8d %14d %14d %,12d %10d%n",
                customers,
                customers * PURCHASES_EACH,
                found,
                chunks.size(),
                total / chunks.size(),
                longest,
                perSecond,
                peak);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("customers", customers);
        row.put("purchases", customers * PURCHASES_EACH);
        row.put("found", found);
        row.put("chunks", chunks.size());
        row.put("millisAChunk", total / chunks.size());
        row.put("longestChunkMillis", longest);
        row.put("millis", total);
        row.put("purchasesPerSecond", perSecond);
        row.put("heapPeakMegabytes", peak);
        return row;
    }

    private static void forgetPeak() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Of all that the heap held at most at one time since then, in MB. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / (1024 * 1024);
    }
}
