package io.amends.escalation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call for help on a case (C-5).
 *
 * @param clock the late clock, such as {@code resolve} or {@code promise-17}
 * @param occurrence of the clock
 * @param ended null while it lasts
 * @param endedWhy in words, or null while it lasts
 * @param calls in the order in which levels were told
 */
public record EscalationView(
        long id,
        String caseNumber,
        String clock,
        int occurrence,
        Instant started,
        @Nullable Instant ended,
        @Nullable String endedWhy,
        List<Call> calls) {

    /**
     * One level that was told.
     *
     * @param level from 1
     * @param group who was told
     * @param windowUntil by when somebody had to acknowledge
     * @param acknowledgedBy user id, or null
     * @param note what whoever acknowledged will do, or null
     * @param actUntil until when the acknowledgement lasts, or null
     */
    public record Call(
            int level,
            String group,
            Instant told,
            Instant windowUntil,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledged,
            @Nullable String note,
            @Nullable Instant actUntil) {}
}
