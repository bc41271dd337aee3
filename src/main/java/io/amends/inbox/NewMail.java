package io.amends.inbox;

import java.time.Instant;
import java.util.List;

/**
 * A mail about to be stored.
 *
 * @param original as it arrived; only its head where it was too large
 * @param size in bytes, as it arrived
 * @param whole whether the original is complete
 * @param left per attachment, why its content is not kept, or an empty string where it is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NewMail(
        String messageKey,
        Instant receivedAt,
        ReadMessage message,
        byte[] original,
        long size,
        boolean whole,
        List<String> left) {}
