package io.amends.promise;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing promised (K-8).
 *
 * @param batch which step made it, such as {@code proposal-1} or {@code review}
 * @param position from 0 within its batch
 * @param group who keeps it
 * @param previousDue the date before it was moved, or null
 * @param keptAt null until kept
 */
public record PromiseRow(
        long id,
        String caseNumber,
        String batch,
        int position,
        String what,
        String group,
        LocalDate due,
        @Nullable LocalDate previousDue,
        boolean toCustomer,
        @Nullable Instant keptAt) {}
