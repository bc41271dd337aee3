package io.amends.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the clocks of a case that may stand stood (C-2).
 *
 * @param why in words, such as {@code waiting for the customer}
 * @param to null while it lasts
 */
public record ClockPause(
        String caseNumber,
        String why,
        Instant from,
        @Nullable Instant to) {}
