package io.amends.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The register entry of a case.
 *
 * @param number the case number, {@code CMP-2026-000042}
 * @param processKey {@code complaint}, {@code lost-customer} or {@code media-crisis}
 * @param state {@code open}, {@code unanswered} or {@code closed}
 * @param outcome why it closed, {@code agreed}, {@code settled}, {@code final-response}, {@code unanswered}, {@code withdrawn}; null while open
 * @param owner user id of whoever took it first (K-6), or null
 * @param severity {@code S1} to {@code S4}, or null before it was assessed
 */
public record CaseFile(
        String number,
        String processKey,
        @Nullable String processInstanceId,
        @Nullable String customerNumber,
        String subject,
        String state,
        @Nullable String outcome,
        @Nullable String owner,
        @Nullable String severity,
        Instant openedAt,
        @Nullable Instant closedAt) {}
