package io.amends.churnscan;

import io.amends.contact.ContactPolicy;
import io.amends.contact.SkipReason;
import io.amends.lostcustomer.LostCustomerIntake;
import io.amends.lostcustomer.LostCustomerIntake.Taken;
import io.amends.lostcustomer.NewLostCustomer;
import io.amends.modeling.OwnTransaction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Takes up one found customer, in a transaction of its own: what goes wrong with one stops nobody else. */
@Component
class RecoveryStarter {

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryStarter.class);
    private static final String RUNNING = "recovery-running";

    private final ScanTable scans;
    private final FindingTable findings;
    private final LostCustomerIntake intake;
    private final ContactPolicy policy;
    private final OwnTransaction apart;

    RecoveryStarter(
            ScanTable scans,
            FindingTable findings,
            LostCustomerIntake intake,
            ContactPolicy policy,
            OwnTransaction apart) {
        this.scans = scans;
        this.findings = findings;
        this.intake = intake;
        this.policy = policy;
        this.apart = apart;
    }

    /**
     * Starts one recovery for the strongest signal that was not taken up before; the other signals are skipped.
     *
     * @param suppressed why the customer must not be approached (L-2), or null
     * @return whether this scan may start more
     */
    boolean take(long scan, String customer, @Nullable SkipReason suppressed) {
        try {
            return apart.run(() -> takeHeld(scan, customer, suppressed));
        } catch (RuntimeException problem) {
            LOG.warn("Scan {} could not take up a customer", scan, problem);
            apart.run(() -> {
                findings.hold(scan, customer).forEach(it -> findings.failed(scan, it, inOneLine(problem)));
                return true;
            });
            return true;
        }
    }

    private boolean takeHeld(long scan, String customer, @Nullable SkipReason suppressed) {
        List<Finding> held = findings.hold(scan, customer);
        if (held.isEmpty()) {
            return true; // another node was faster
        }
        if (suppressed != null) {
            held.forEach(it -> findings.skipped(scan, it, suppressed.code(), null));
            policy.skipped(customer, suppressed, ChurnScanProcess.KEY, null);
            return true;
        }
        if (!scans.takePlace(scan)) {
            return false;
        }
        String opened = null;
        for (Finding finding : held) {
            if (opened != null) {
                findings.skipped(scan, finding, RUNNING, opened);
                continue;
            }
            Taken taken =
                    intake.take(new NewLostCustomer(customer, finding.signal(), finding.reference(), scan, null, null));
            if (taken.skipped() == null) {
                opened = taken.caseNumber();
                findings.started(scan, finding, opened);
            } else {
                findings.skipped(scan, finding, taken.skipped(), taken.caseNumber());
            }
        }
        if (opened == null) {
            scans.giveBackPlace(scan);
        }
        return true;
    }

    /** What went wrong at the bottom of it. */
    static String inOneLine(Throwable problem) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(problem);
        String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String line = said.replaceAll("\\s+", " ").strip();
        return line.length() > 500 ? line.substring(0, 499) + "…" : line;
    }
}
