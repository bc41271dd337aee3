package io.amends.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says. One-line fields hold no line break and no control character.
 *
 * @param messageId with its angle brackets; null where the mail has none
 * @param inReplyTo ids with their angle brackets: In-Reply-To, then References from the newest to the oldest
 * @param recipients bare addresses in lower case: To, Cc, Delivered-To, X-Original-To, Envelope-To
 * @param date when its sender says that it was written
 * @param text what was newly written; lines end with {@code \n}
 * @param quoted the history and the signature that came with it, or an empty string
 * @param language {@code en} or {@code zh-CN}
 * @param returned per recipient, what a bounce says; empty for any other kind
 * @param why why it could not be read, or by what sign it is automatic; null for a person's mail
 */
record ReadMessage(
        Kind kind,
        @Nullable String messageId,
        List<String> inReplyTo,
        @Nullable String fromName,
        @Nullable String fromAddress,
        List<String> recipients,
        String subject,
        @Nullable Instant date,
        String text,
        String quoted,
        String language,
        List<Attached> attachments,
        List<Returned> returned,
        @Nullable String why) {

    /** Who speaks. */
    enum Kind {
        /** A person wrote it, perhaps without a word. */
        PERSON,
        /** A program wrote it: an absence note, a list, a receipt. It is never answered. */
        AUTOMATIC,
        /** A mail server says what became of a letter. */
        BOUNCE,
        /** Only a person can make sense of it. */
        UNREADABLE
    }
}
