package io.amends.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, without its words; see {@link MailStore#text}.
 *
 * @param number {@code MAIL-2026-000012}
 * @param receivedAt when it was taken in
 * @param sentAt when its sender says that it was written
 * @param sender bare address in lower case; null where it has none
 * @param recipients bare addresses in lower case
 * @param caseNumber the case that it joined, opened or is about; null where there is none
 * @param how how it found its case, or why it went where it is; null before it was routed
 * @param why why it could not be read, or by what sign it is automatic; null for a person's mail
 * @param size in bytes, as it arrived
 * @param whole false where only its head is kept, because it was too large
 */
record Mail(
        String number,
        Instant receivedAt,
        @Nullable Instant sentAt,
        @Nullable String sender,
        @Nullable String senderName,
        List<String> recipients,
        String subject,
        ReadMessage.Kind kind,
        MailState state,
        @Nullable String caseNumber,
        @Nullable String how,
        @Nullable String why,
        String language,
        long size,
        boolean whole) {

    /** As other modules take it. */
    TakenMail taken(String text) {
        return new TakenMail(number, senderName, sender, subject, text, language, receivedAt);
    }
}
