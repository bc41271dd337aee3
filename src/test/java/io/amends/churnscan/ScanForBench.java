package io.amends.churnscan;

import io.amends.churnscan.ChurnScan.Rules;
import io.amends.lostcustomer.Signal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.test.context.TestComponent;

/** Looks at everybody, chunk by chunk, for the benchmark. */
@TestComponent
public class ScanForBench {

    private final ScanTable scans;
    private final ScanCounts counts;
    private final ScanWork work;
    private final Clock clock;
    private long scan;

    ScanForBench(ScanTable scans, ScanCounts counts, ScanWork work, Clock clock) {
        this.scans = scans;
        this.counts = counts;
        this.work = work;
        this.clock = clock;
    }

    /** @return milliseconds of each chunk */
    public List<Long> look(LocalDate asOf) {
        scan = scans.add(asOf, "bench", null, new Rules(1, new BigDecimal("3"), 60, 60, 1000), clock.instant());
        List<Long> chunks = new ArrayList<>();
        for (boolean over = false; !over; ) {
            long begin = System.nanoTime();
            over = work.lookOnce(scan);
            chunks.add((System.nanoTime() - begin) / 1_000_000);
        }
        // the last one finds nobody left
        chunks.remove(chunks.size() - 1);
        scans.finished(scan, clock.instant());
        return chunks;
    }

    /** Customers found by silence. */
    public int found() {
        return Objects.requireNonNull(counts.of(scan).get(Signal.SILENCE)).found();
    }
}
