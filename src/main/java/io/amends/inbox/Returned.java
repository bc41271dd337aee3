package io.amends.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What became of a letter for one recipient.
 *
 * @param recipient bare address in lower case; null where the bounce does not say
 * @param originalMessageId of the letter, with its angle brackets; null where the bounce does not say
 * @param reason the mail server's words in one line
 */
record Returned(@Nullable String recipient, @Nullable String originalMessageId, Fate fate, String reason) {

    enum Fate {
        /** It will not arrive. */
        FAILED,
        /** The mail server goes on trying. */
        DELAYED,
        DELIVERED
    }
}
