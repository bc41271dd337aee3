package io.amends.promise;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A promise got another date (K-8).
 *
 * @param reason in words, or null where nobody gave one
 * @param movedBy user id, or null when unknown
 */
public record PromiseMove(
        LocalDate dueBefore,
        LocalDate dueAfter,
        @Nullable String reason,
        @Nullable String movedBy,
        Instant movedAt) {}
