package io.amends.churnscan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A scan, as its row tells.
 *
 * @param askedBy user id, or null for the daily one
 * @param process id of the process instance that works on it, or null while there is none yet
 * @param problem why it is interrupted, or null
 * @param lastLookedAt number of the customer up to whom it has looked, or null at the beginning
 * @param buyers customers who had bought something by that day
 */
record ChurnScan(
        long id,
        LocalDate asOf,
        @Nullable String askedBy,
        Instant askedAt,
        @Nullable String process,
        ScanState state,
        @Nullable String problem,
        @Nullable Instant finishedAt,
        Rules rules,
        int customers,
        int lookedAt,
        @Nullable String lastLookedAt,
        boolean allLookedAt,
        int buyers,
        int started,
        Worth silent,
        boolean swept) {

    /**
     * The house's figures that the scan goes by.
     *
     * @param version of the table they are from
     */
    record Rules(int version, BigDecimal silentIntervals, int silentDays, int endingDays, int startsAtMost) {}

    /**
     * What customers are worth together.
     *
     * @param netAmount what they bought, cancellations taken off
     */
    record Worth(BigDecimal netAmount, BigDecimal lifetimeValue, BigDecimal secondLifetimeValue) {}

    boolean working() {
        return state == ScanState.LOOKING || state == ScanState.STARTING;
    }

    /** Whether it is over and could look at nobody who had bought anything. */
    boolean beforeAnyPurchase() {
        return allLookedAt && buyers == 0;
    }

    int percent() {
        if (allLookedAt || customers == 0) {
            return allLookedAt ? 100 : 0;
        }
        return (int) Math.min(99L, 100L * lookedAt / customers);
    }
}
