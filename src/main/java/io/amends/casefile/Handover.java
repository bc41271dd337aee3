package io.amends.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that went from one owner to the next (K-6).
 *
 * @param number from 1 within the case
 * @param from user id of the owner before
 * @param to user id of the owner since
 * @param reason in the words of whoever asked or decided
 * @param askedBy user id, or null when the owner's idleness asked
 */
public record Handover(
        int number,
        String from,
        String to,
        String reason,
        @Nullable String askedBy,
        Instant at) {}
