package io.amends.mediacrisis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was published about a crisis (M-12).
 *
 * @param externalId unique within its source
 * @param outletId null where the register does not know the outlet
 * @param tone {@code neutral}, {@code critical} or {@code hostile}
 * @param enquiries how many journalists asked because of it
 * @param carriesMessage whether it carries one of the core messages
 * @param round the round that counted it, or null
 */
record Coverage(
        String caseNumber,
        String source,
        String externalId,
        @Nullable String outletId,
        String outletName,
        String title,
        @Nullable String link,
        String tone,
        int enquiries,
        boolean carriesMessage,
        Instant publishedAt,
        @Nullable String recordedBy,
        @Nullable Integer round) {

    static final String NEUTRAL = "neutral";

    boolean negative() {
        return !tone.equals(NEUTRAL);
    }
}
