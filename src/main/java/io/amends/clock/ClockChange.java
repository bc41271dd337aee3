package io.amends.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a clock had promised before it was set anew or started again (C-3); the record keeps it.
 *
 * @param budget null when it ran until a fixed moment
 * @param start since when it ran on these terms, or null where that was not kept
 * @param stopped when it had ended without being met, or null
 * @param why {@code set-anew} or {@code started-again}
 */
public record ClockChange(
        String caseNumber,
        String name,
        int occurrence,
        @Nullable Budget budget,
        @Nullable Instant start,
        Instant due,
        @Nullable Instant warned,
        @Nullable Instant breached,
        @Nullable Instant met,
        @Nullable Instant stopped,
        Instant changed,
        String why) {}
