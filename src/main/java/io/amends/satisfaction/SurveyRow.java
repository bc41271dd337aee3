package io.amends.satisfaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One survey of a case.
 *
 * @param episode 1, or 2 after the case was reopened (K-18)
 * @param answeredAt null while there is no answer
 * @param byCall whether the answer was told on a call
 */
public record SurveyRow(
        int episode,
        Instant askedAt,
        @Nullable Instant answeredAt,
        @Nullable SurveyAnswer answer,
        boolean byCall) {}
