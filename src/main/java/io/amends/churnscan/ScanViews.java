package io.amends.churnscan;

import io.amends.churnscan.ScanCounts.Tally;
import io.amends.churnscan.ScanView.LostBySilence;
import io.amends.churnscan.ScanView.Progress;
import io.amends.churnscan.ScanView.SignalView;
import io.amends.lostcustomer.Signal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a scan and its counts together. */
@Component
class ScanViews {

    private final ScanCounts counts;

    ScanViews(ScanCounts counts) {
        this.counts = counts;
    }

    ScanView of(ChurnScan scan) {
        Map<Signal, Tally> tallies = counts.of(scan.id());
        List<SignalView> signals = tallies.entrySet().stream()
                .map(it -> signal(it.getKey(), it.getValue()))
                .toList();
        int found = signals.stream().mapToInt(SignalView::found).sum();
        int waiting = signals.stream().mapToInt(SignalView::waiting).sum();
        return new ScanView(
                scan.id(),
                scan.asOf(),
                scan.state().code(),
                scan.askedBy(),
                scan.askedAt(),
                scan.finishedAt(),
                new Progress(scan.lookedAt(), scan.customers(), scan.percent(), found - waiting, found),
                signals,
                new LostBySilence(
                        Objects.requireNonNull(tallies.get(Signal.SILENCE)).found(),
                        scan.silent().netAmount(),
                        scan.silent().lifetimeValue(),
                        scan.silent().secondLifetimeValue()),
                scan.problem(),
                note(scan, signals));
    }

    private static @Nullable String note(ChurnScan scan, List<SignalView> signals) {
        if (scan.beforeAnyPurchase()) {
            return "Nobody had bought anything by " + scan.asOf() + ", so nobody can be lost by silence";
        }
        int failed = signals.stream().mapToInt(SignalView::failed).sum();
        return failed == 0
                ? null
                : failed + " could not be started because of an error; the next scan finds them again";
    }

    private static SignalView signal(Signal signal, Tally tally) {
        return new SignalView(
                signal.code(),
                tally.found(),
                tally.started(),
                tally.skipped(),
                tally.failed(),
                tally.waiting(),
                tally.skippedBy());
    }
}
