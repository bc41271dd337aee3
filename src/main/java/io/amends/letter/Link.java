package io.amends.letter;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link of a letter.
 *
 * @param data what its page has to know
 * @param answer outcome of the last answer, or null
 * @param answerHash tells an answer given again from another one
 */
record Link(
        UUID id,
        LinkPurpose purpose,
        String caseNumber,
        String language,
        Map<String, String> data,
        Instant expiresAt,
        @Nullable String answer,
        @Nullable String answerHash) {}
