package io.amends.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter and its fate (T-1).
 *
 * @param fate {@code queued}, {@code sent}, {@code delayed}, {@code refused}, {@code no-address} or
 *     {@code no-longer-needed}
 * @param html the body as sent, its links' secrets left out
 */
public record LetterView(
        String id,
        String caseNumber,
        String letter,
        String occurrence,
        @Nullable String recipient,
        String language,
        String subject,
        String html,
        String text,
        String messageId,
        String fate,
        Instant queuedAt,
        @Nullable Instant sentAt,
        @Nullable Instant nextTryAt,
        @Nullable String problem) {}
