package io.amends.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that found where it belongs.
 *
 * @param number {@code MAIL-2026-000012}
 * @param sender bare address in lower case; null where there is none
 * @param text what was newly written
 * @param language {@code en} or {@code zh-CN}
 */
public record TakenMail(
        String number,
        @Nullable String senderName,
        @Nullable String sender,
        String subject,
        String text,
        String language,
        Instant receivedAt) {}
