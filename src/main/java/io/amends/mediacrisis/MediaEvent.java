package io.amends.mediacrisis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was reported to us (M-1).
 *
 * @param kind {@code mention}, {@code call} or {@code threat}
 * @param outletName as told where the register does not know it
 * @param deadline when the journalist needs an answer
 * @param level what the table made of it (M-2)
 */
record MediaEvent(
        long id,
        String caseNumber,
        String kind,
        String source,
        @Nullable String externalId,
        @Nullable String reportedBy,
        Instant reportedAt,
        @Nullable String outletId,
        @Nullable String outletName,
        @Nullable String personId,
        @Nullable String journalist,
        @Nullable String link,
        String claim,
        String reach,
        String tone,
        String truth,
        String spread,
        boolean safetyRisk,
        boolean authority,
        @Nullable Instant deadline,
        @Nullable Integer level) {}
