package io.amends.mediacrisis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft of the review (M-15).
 *
 * @param version from 1
 * @param accepted null until somebody read it
 * @param reason why it went back, or null
 */
record CrisisReview(
        int version,
        String happened,
        String did,
        @Nullable String writtenBy,
        Instant writtenAt,
        @Nullable Boolean accepted,
        @Nullable String decidedBy,
        @Nullable String reason) {}
