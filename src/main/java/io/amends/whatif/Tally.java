package io.amends.whatif;

import io.amends.whatif.Summary.Failure;
import io.amends.whatif.Summary.Missing;
import io.amends.whatif.Summary.Pair;
import io.amends.whatif.Summary.RowHits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts, and keeps no decision. */
final class Tally {

    private static final int MOST_OUTCOMES = 200;
    private static final int MOST_REASONS = 50;

    private final ChangedTable table;
    private final Map<Pair, Integer> pairs = new HashMap<>();
    private final Map<String, Integer> before = new HashMap<>();
    private final Map<String, Integer> after = new HashMap<>();
    private final Map<String, Integer> missing = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Integer> gaps = new HashMap<>();
    private final Set<String> cases = new HashSet<>();
    private final Set<String> failedCases = new HashSet<>();
    private int looked;
    private int same;
    private int otherwise;
    private int failed;
    private int untold;
    private int more;
    private String end = "";

    Tally(ChangedTable table) {
        this.table = table;
    }

    int looked() {
        return looked;
    }

    void add(PastDecision past, Verdict verdict) {
        looked++;
        end = past.place().toString();
        verdict.answer().rows().forEach(row -> after.merge(row, 1, Integer::sum));
        switch (verdict.fate()) {
            case SAME -> same++;
            case OTHERWISE -> {
                otherwise++;
                note(past, cases);
            }
            case FAILED -> {
                failed++;
                note(past, failedCases);
                note(verdict.answer().reason(), failures);
            }
            case UNTOLD -> {
                untold++;
                verdict.answer().missing().forEach(name -> missing.merge(name, 1, Integer::sum));
                note(verdict.answer().reason(), gaps);
            }
        }
        Outcome now = verdict.answer().outcome();
        if (now != null) {
            // rows are compared over the same decisions
            past.rows().forEach(row -> before.merge(row, 1, Integer::sum));
            Pair pair =
                    new Pair(past.answer(), now.text(table.sheet().outputs()), verdict.fate() == Verdict.Fate.SAME, 0);
            if (pairs.size() < MOST_OUTCOMES || pairs.containsKey(pair)) {
                pairs.merge(pair, 1, Integer::sum);
            } else {
                more++;
            }
        }
    }

    private static void note(PastDecision past, Set<String> cases) {
        if (past.caseNumber() != null) {
            cases.add(past.caseNumber());
        }
    }

    private static void note(String reason, Map<String, Integer> reasons) {
        if (reasons.size() < MOST_REASONS || reasons.containsKey(reason)) {
            reasons.merge(reason, 1, Integer::sum);
        }
    }

    private static List<Failure> frequentFirst(Map<String, Integer> reasons) {
        return reasons.entrySet().stream()
                .map(one -> new Failure(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(Failure::count).reversed().thenComparing(Failure::reason))
                .toList();
    }

    Summary summary(long inPeriod, boolean late, Sheet deployed) {
        List<RowHits> rows = rows(deployed);
        return new Summary(
                Math.max(inPeriod, looked),
                looked,
                late,
                same,
                otherwise,
                failed,
                untold,
                cases.size(),
                failedCases.size(),
                pairs.entrySet().stream()
                        .map(one -> new Pair(
                                one.getKey().before(),
                                one.getKey().after(),
                                one.getKey().same(),
                                one.getValue()))
                        .sorted(Comparator.comparing(Pair::same)
                                .thenComparing(Comparator.comparing(Pair::count).reversed())
                                .thenComparing(Pair::before)
                                .thenComparing(Pair::after))
                        .toList(),
                more,
                rows,
                (int) table.sheet().rows().keySet().stream()
                        .filter(row -> !before.containsKey(row) && !after.containsKey(row))
                        .count(),
                missing.entrySet().stream()
                        .map(one -> missing(one.getKey(), one.getValue()))
                        .sorted(Comparator.comparing(Missing::name))
                        .toList(),
                frequentFirst(failures),
                frequentFirst(gaps),
                end);
    }

    private Missing missing(String name, int count) {
        Sheet.Asked asked = table.needed().get(name);
        return new Missing(name, asked == null ? name : asked.label(), asked == null ? "" : asked.type(), count);
    }

    /** Those that counted for a decision, before or now; in the order of the changed table, then what it does not have any more. */
    private List<RowHits> rows(Sheet deployed) {
        Set<String> ids = new LinkedHashSet<>(table.sheet().rows().keySet());
        ids.addAll(deployed.rows().keySet());
        ids.addAll(before.keySet());
        List<RowHits> rows = new ArrayList<>();
        int gone = 0;
        for (String id : ids) {
            Sheet.Row was = deployed.rows().get(id);
            Sheet.Row is = table.sheet().rows().get(id);
            int hitsBefore = before.getOrDefault(id, 0);
            int hitsAfter = after.getOrDefault(id, 0);
            if (was == null && is == null) {
                gone += hitsBefore;
            } else if (hitsBefore + hitsAfter > 0) {
                rows.add(new RowHits(
                        was == null ? 0 : was.number(),
                        is == null ? 0 : is.number(),
                        is != null ? is.note() : was == null ? "" : was.note(),
                        hitsBefore,
                        hitsAfter));
            }
        }
        if (gone > 0) {
            rows.add(new RowHits(0, 0, "rows of older versions", gone, 0));
        }
        return rows;
    }
}
