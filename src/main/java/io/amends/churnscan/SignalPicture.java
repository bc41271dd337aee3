package io.amends.churnscan;

import io.amends.churnscan.ScanView.SignalView;
import io.amends.lostcustomer.Signal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A signal as a bar whose parts are what became of its findings; the longest bar is {@value #WIDTH} wide.
 *
 * @param parts in the order of the bar; empty ones are left out
 */
record SignalPicture(SignalView counts, String label, List<Part> parts) {

    static final int WIDTH = 600;

    /** @param kind {@code started}, {@code skipped}, {@code failed} or {@code waiting} */
    record Part(String kind, int from, int length, int findings) {}

    static List<SignalPicture> of(ScanView view) {
        int most = view.signals().stream().mapToInt(SignalView::found).max().orElse(0);
        return view.signals().stream().map(it -> of(it, most)).toList();
    }

    private static SignalPicture of(SignalView it, int most) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        kinds.put("started", it.started());
        kinds.put("skipped", it.skipped());
        kinds.put("failed", it.failed());
        kinds.put("waiting", it.waiting());
        List<Part> parts = new java.util.ArrayList<>();
        int before = 0;
        for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
            int findings = kind.getValue();
            if (findings > 0) {
                int from = scaled(before, most);
                parts.add(new Part(kind.getKey(), from, Math.max(2, scaled(before + findings, most) - from), findings));
            }
            before += findings;
        }
        return new SignalPicture(it, ScanWords.signal(Signal.of(it.signal())), parts);
    }

    private static int scaled(int findings, int most) {
        return (int) ((long) WIDTH * findings / most);
    }

    /** Reasons for skipping over all signals in words, the most frequent first. */
    static List<Reason> reasons(ScanView view) {
        Map<String, Integer> all = new LinkedHashMap<>();
        view.signals().forEach(signal -> signal.skippedBy().forEach((code, n) -> all.merge(code, n, Integer::sum)));
        int most = all.values().stream().mapToInt(it -> it).max().orElse(1);
        return all.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(it -> new Reason(
                        ScanWords.reason(it.getKey()), it.getValue(), Math.max(2, scaled(it.getValue(), most))))
                .toList();
    }

    /** @param length of its bar */
    record Reason(String words, int findings, int length) {}
}
