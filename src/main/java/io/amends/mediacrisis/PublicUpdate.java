package io.amends.mediacrisis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A word to the public on how it stands (M-14).
 *
 * @param number from 1, the first after the holding statement
 * @param version of its text, from 1
 * @param nextAt when it says that the next comes; null in the last word, after which none comes
 * @param approved null until somebody decided
 * @param reason why it was sent back, or null
 */
record PublicUpdate(
        String caseNumber,
        int number,
        int version,
        String words,
        @Nullable Instant nextAt,
        @Nullable String writtenBy,
        @Nullable Boolean approved,
        @Nullable String reason,
        @Nullable Instant releasedAt) {}
