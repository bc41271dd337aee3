package io.amends.churnscan;

import io.amends.contact.ContactPolicy;
import io.amends.contact.SkipReason;
import io.amends.customer.CustomerValues;
import io.amends.modeling.OwnTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * What the jobs of a scan do (L-1). A job goes on with the next piece until its turn is over; each piece is a transaction, so a
 * scan that is killed goes on behind the last piece that was done.
 */
@Component
class ScanWork {

    private static final Logger LOG = LoggerFactory.getLogger(ScanWork.class);

    private final ScanTable scans;
    private final ScanCounts counts;
    private final FindingTable findings;
    private final SignalSearch search;
    private final RecoveryStarter starter;
    private final CustomerValues values;
    private final ContactPolicy policy;
    private final OwnTransaction apart;
    private final ScanProperties properties;
    private final Clock clock;

    ScanWork(
            ScanTable scans,
            ScanCounts counts,
            FindingTable findings,
            SignalSearch search,
            RecoveryStarter starter,
            CustomerValues values,
            ContactPolicy policy,
            OwnTransaction apart,
            ScanProperties properties,
            Clock clock) {
        this.scans = scans;
        this.counts = counts;
        this.findings = findings;
        this.search = search;
        this.starter = starter;
        this.values = values;
        this.policy = policy;
        this.apart = apart;
        this.properties = properties;
        this.clock = clock;
    }

    /** @return whether every customer has been looked at */
    boolean look(long scan) {
        return turn(scan, () -> lookOnce(scan));
    }

    /** One chunk; otherwise as {@link #look}. */
    boolean lookOnce(long scan) {
        return apart.run(() -> lookAtChunk(scan));
    }

    /** @return whether everybody found has been taken up or skipped */
    boolean start(long scan) {
        return turn(scan, () -> startBatch(scan));
    }

    void finish(long scan) {
        turn(
                scan,
                () -> apart.run(() -> {
                    scans.finished(scan, clock.instant());
                    scans.toSweep(properties.kept()).forEach(old -> {
                        findings.sweep(old);
                        scans.swept(old);
                    });
                    return true;
                }));
    }

    /** @param piece whether it was the last one */
    private boolean turn(long scan, BooleanSupplier piece) {
        long end = System.nanoTime() + properties.turn().toNanos();
        try {
            boolean over = piece.getAsBoolean();
            while (!over && System.nanoTime() < end) {
                over = piece.getAsBoolean();
            }
            return over;
        } catch (RuntimeException problem) {
            keepPlace(scan, problem);
            throw problem;
        }
    }

    private void keepPlace(long scan, RuntimeException problem) {
        try {
            apart.run(() -> {
                scans.interrupted(scan, said(problem));
                return true;
            });
        } catch (RuntimeException second) {
            LOG.warn("Scan {} is interrupted, which could not be written down", scan, second);
            problem.addSuppressed(second);
        }
    }

    private static String said(RuntimeException problem) {
        return problem instanceof DuplicateKeyException
                ? "Another scan works now; this one goes on after it"
                : RecoveryStarter.inOneLine(problem);
    }

    private boolean lookAtChunk(long scan) {
        ChurnScan held = scans.hold(scan);
        scans.works(scan, ScanState.LOOKING);
        if (held.allLookedAt()) {
            return true;
        }
        Optional<String> last = values.recomputeRange(held.asOf(), held.lastLookedAt(), properties.chunk());
        if (last.isEmpty()) {
            scans.allLookedAt(scan);
            return true;
        }
        SignalSearch.Found found = search.find(held, held.lastLookedAt(), last.get());
        found.counts().forEach(count -> counts.add(scan, count));
        scans.lookedAt(scan, last.get(), found.customers(), found.buyers(), found.silent());
        return false;
    }

    private boolean startBatch(long scan) {
        apart.run(() -> {
            scans.hold(scan);
            scans.works(scan, ScanState.STARTING);
            return true;
        });
        List<String> customers = apart.run(() -> findings.waiting(scan, properties.batch()));
        if (customers.isEmpty()) {
            return true;
        }
        Map<String, SkipReason> suppressed = apart.run(() -> policy.suppressed(customers));
        for (String customer : customers) {
            if (!starter.take(scan, customer, suppressed.get(customer))) {
                apart.run(() -> {
                    findings.skipTheRest(scan);
                    return true;
                });
                return true;
            }
        }
        return false;
    }
}
