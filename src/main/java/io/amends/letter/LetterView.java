package io.amends.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter and its fate (T-1).
 *
 * @param fate {@code queued}, {@code sent}, {@code delayed}, {@code unknown}, {@code held}, {@code refused},
 *     {@code bounced}, {@code no-address} or {@code no-longer-needed}
 * @param html the body as sent, its links' secrets left out
 * @param sentAt when the mail server took it, also of one that came back later
 * @param bouncedAt when we heard that it came back
 * @param nextTryAt of one that is delayed or whose fate is unknown
 * @param problem what the mail server or the bounce said
 * @param doubtfulTries tries of which nobody knows whether the mail was taken: so often at most its reader got it once more
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
        @Nullable Instant bouncedAt,
        @Nullable Instant nextTryAt,
        @Nullable String problem,
        int doubtfulTries) {}
