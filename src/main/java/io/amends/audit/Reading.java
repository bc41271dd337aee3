package io.amends.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the auditors opened something.
 *
 * @param kind code of a {@link ReadingKind}
 * @param caseNumber where one case was opened, also where the engine was asked about one of its parts
 * @param address path without parameters
 * @param terms what was searched or asked for, or null
 */
record Reading(
        long id,
        Instant at,
        String userId,
        String kind,
        @Nullable String caseNumber,
        String address,
        @Nullable String terms) {}
