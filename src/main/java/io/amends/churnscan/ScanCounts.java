package io.amends.churnscan;

import io.amends.lostcustomer.Signal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many findings of a scan stand where; kept along the way, so that nobody waits for counting. */
@Component
class ScanCounts {

    private final JdbcClient jdbc;

    ScanCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long scan, Count count) {
        int changed = jdbc.sql("""
                        update churn_scan_count set findings = findings + ?
                        where scan_id = ? and signal = ? and state = ? and reason = ?""")
                .params(count.findings(), scan, count.signal(), count.state(), count.reason())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into churn_scan_count (scan_id, signal, state, reason, findings) values (?, ?, ?, ?, ?)")
                    .params(scan, count.signal(), count.state(), count.reason(), count.findings())
                    .update();
        }
    }

    /** A finding that was waiting is waiting no longer. */
    void moved(long scan, String signal, String state, String reason) {
        add(scan, new Count(signal, "found", "", -1));
        add(scan, new Count(signal, state, reason, 1));
    }

    /** By signal, the strongest first; signals that found nobody included. */
    Map<Signal, Tally> of(long scan) {
        Map<Signal, Tally> tallies = new LinkedHashMap<>();
        List<Count> counts = jdbc.sql("select signal, state, reason, findings from churn_scan_count where scan_id = ?")
                .param(scan)
                .query((row, number) -> new Count(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                .list();
        for (Signal signal : SignalSearch.SIGNALS) {
            tallies.put(
                    signal,
                    Tally.of(counts.stream()
                            .filter(it -> it.signal().equals(signal.code()))
                            .toList()));
        }
        return tallies;
    }

    /** @param reason blank unless skipped */
    record Count(String signal, String state, String reason, int findings) {}

    /**
     * Of one signal.
     *
     * @param found all of them
     * @param waiting neither taken up nor skipped yet
     * @param skippedBy reason to how many, the most frequent first
     */
    record Tally(int found, int waiting, int started, int skipped, int failed, Map<String, Integer> skippedBy) {

        static Tally of(List<Count> counts) {
            Map<String, Integer> reasons = new TreeMap<>();
            counts.stream()
                    .filter(it -> it.state().equals("skipped") && it.findings() > 0)
                    .forEach(it -> reasons.put(it.reason(), it.findings()));
            Map<String, Integer> sorted = new LinkedHashMap<>();
            reasons.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                    .forEach(it -> sorted.put(it.getKey(), it.getValue()));
            return new Tally(
                    counts.stream().mapToInt(Count::findings).sum(),
                    sum(counts, "found"),
                    sum(counts, "started"),
                    sum(counts, "skipped"),
                    sum(counts, "failed"),
                    sorted);
        }

        private static int sum(List<Count> counts, String state) {
            return counts.stream()
                    .filter(it -> it.state().equals(state))
                    .mapToInt(Count::findings)
                    .sum();
        }
    }
}
