package io.amends.churnscan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scan as programs get it. */
record ScanView(
        long id,

        @Schema(
                description =
                        "The day as of which customers are looked at; what happened later does not exist for the scan")
        LocalDate asOf,

        @Schema(
                description = "interrupted: something went wrong, see problem; the scan kept its place",
                allowableValues = {"looking", "starting", "finished", "interrupted"})
        String state,

        @Schema(description = "User id; missing for the daily scan") @Nullable
        String askedBy,

        Instant startedAt,
        @Nullable Instant finishedAt,
        Progress progress,

        @Schema(description = "The strongest first: of several signals of one customer it is taken up")
        List<SignalView> signals,

        LostBySilence lostBySilence,

        @Schema(description = "Why it is interrupted") @Nullable
        String problem,

        @Schema(description = "What to know about the result, in words") @Nullable
        String note) {

    /**
     * @param lookedAt customers
     * @param customers of how many
     * @param takenUp findings that were started, skipped or failed
     * @param found of how many findings
     */
    record Progress(int lookedAt, int customers, int percent, int takenUp, int found) {}

    /** @param skippedBy reason to how many */
    record SignalView(
            String signal,
            int found,
            int started,
            int skipped,

            @Schema(description = "Could not be started because of an error; the next scan finds them again")
            int failed,

            @Schema(description = "Neither started nor skipped yet")
            int waiting,

            Map<String, Integer> skippedBy) {}

    /** Those found by silence, whatever became of it; what they are worth together, in the currency of their purchases. */
    record LostBySilence(
            int customers,

            @Schema(description = "What they bought by that day, cancellations taken off")
            BigDecimal netAmount,

            BigDecimal lifetimeValue,
            BigDecimal secondLifetimeValue) {}
}
