package io.amends.audit;

import io.amends.audit.KeptClocks.Counted;
import io.amends.audit.KeptClocks.Opened;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How promises of time were kept in a period: per process and clock, month by month and in all. */
@Component
class KeptFigures {

    private final KeptClocks clocks;

    KeptFigures(KeptClocks clocks) {
        this.clocks = clocks;
    }

    /** @param months of each month asked for, in order, also those without a case */
    record OfClock(String clock, List<KeptRow> months) {

        KeptRow all() {
            return months.stream().reduce(KeptRow.NOTHING, KeptRow::plus);
        }
    }

    /**
     * @param cases how many opened, exercises included
     * @param clocks that at least one of them had, by name
     */
    record OfProcess(String process, int cases, List<OfClock> clocks) {}

    /** Processes in the house's order; one without a case in the period is left out. */
    List<OfProcess> of(List<KeptMonth> months) {
        List<Opened> opened = clocks.opened(months);
        Map<String, Map<String, List<Counted>>> counted = new HashMap<>();
        clocks.counted(months).forEach(one -> counted.computeIfAbsent(one.process(), it -> new TreeMap<>())
                .computeIfAbsent(one.clock(), it -> new ArrayList<>())
                .add(one));
        List<OfProcess> processes = new ArrayList<>();
        for (String process : SearchReader.PROCESSES.keySet()) {
            List<Opened> own =
                    opened.stream().filter(one -> one.process().equals(process)).toList();
            if (!own.isEmpty()) {
                processes.add(new OfProcess(
                        process,
                        own.stream().mapToInt(Opened::cases).sum(),
                        counted.getOrDefault(process, Map.of()).entrySet().stream()
                                .map(one -> new OfClock(one.getKey(), months(months.size(), own, one.getValue())))
                                .toList()));
            }
        }
        return processes;
    }

    /** Exercises are out for every clock, whether they had it or not; who is left and had none has no clock. */
    private static List<KeptRow> months(int size, List<Opened> opened, List<Counted> counted) {
        List<KeptRow> rows = new ArrayList<>();
        for (int month = 0; month < size; month++) {
            int n = month;
            KeptRow row = KeptRow.NOTHING;
            for (Counted one : counted) {
                if (one.month() == n && !one.exercise()) {
                    row = row.plus(one.fate(), one.cases());
                }
            }
            int exercises = sum(opened, n, true);
            row = row.plus(KeptFate.NONE, sum(opened, n, false) - row.all()).plus(KeptFate.EXERCISE, exercises);
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    private static int sum(List<Opened> opened, int month, boolean exercise) {
        return opened.stream()
                .filter(one -> one.month() == month && one.exercise() == exercise)
                .mapToInt(Opened::cases)
                .sum();
    }
}
