package io.amends.mediacrisis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A media crisis as it stands.
 *
 * @param matter what makes two events the same matter
 * @param level 1 watch, 2 respond, 3 crisis; null until it was decided (M-2)
 * @param exercise whether it is only an exercise
 * @param nextUpdateAt when the public was told to hear from us next (M-14)
 * @param reviewState {@code draft}, {@code in-review}, {@code reviewed} or {@code closed} (M-15)
 */
record MediaCrisis(
        String caseNumber,
        String matter,
        String title,
        @Nullable String complaintCase,
        boolean exercise,
        Instant openedAt,
        Instant firstReportAt,
        @Nullable Integer level,
        @Nullable String levelReason,
        @Nullable String spokesperson,
        @Nullable String posture,
        int messageVersion,
        @Nullable Instant respondingSince,
        @Nullable Instant holdingReleasedAt,
        @Nullable Instant nextUpdateAt,
        @Nullable String reviewState,
        @Nullable String outcome,
        @Nullable Instant closedAt) {}
