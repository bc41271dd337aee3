package io.amends.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a clock needs to start: a budget or a fixed end; with neither, the table {@code clock-rules} grants the time.
 *
 * @param name a row of {@code clock-rules}, with the number of the thing behind where there are several ({@code promise-17})
 * @param holder process instance that is told of warning and deadline
 * @param until a fixed end, or null
 * @param from when it began to run
 */
public record ClockStart(
        String caseNumber,
        String name,
        String holder,
        @Nullable Budget budget,
        @Nullable Instant until,
        Instant from) {}
