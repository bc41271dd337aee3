package io.amends.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing promised (K-8).
 *
 * @param batch which step made it, such as {@code proposal-1}, {@code review-1} or {@code said-17}
 * @param position from 0 within its batch
 * @param group who keeps it
 * @param person user id of the one of them who keeps it, or null when anybody of the group may
 * @param standsSince since when it is a promise; null while it is the draft of a proposal
 * @param madeBy user id of whoever made it, or null when unknown
 * @param keptAt null until kept
 * @param keptBy user id of whoever kept it, or null when unknown or not kept yet
 * @param moves the dates it had before, oldest first
 */
public record PromiseRow(
        long id,
        String caseNumber,
        String batch,
        int position,
        String what,
        String group,
        @Nullable String person,
        LocalDate due,
        PromisedTo to,
        @Nullable Instant standsSince,
        @Nullable String madeBy,
        @Nullable Instant keptAt,
        @Nullable String keptBy,
        List<PromiseMove> moves) {}
