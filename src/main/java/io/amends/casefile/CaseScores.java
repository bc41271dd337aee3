package io.amends.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How satisfied the customer of a case is (K-16, K-21); the module that asks them knows. */
public interface CaseScores {

    /** Nothing in it where nobody was asked and nobody said anything. */
    Scores of(String caseNumber);

    /**
     * @param scores in the order they were given
     * @param surveys oldest first
     */
    record Scores(List<Score> scores, List<Survey> surveys) {}

    /** @param score 0 to 10 */
    record Score(Moment moment, int score, Instant at) {}

    /** When a score was given: {@code BEFORE} is what was known before the case. */
    enum Moment {
        BEFORE,
        AT_COMPLAINT,
        AFTER
    }

    /**
     * A survey; what comes after {@code askedAt} is empty while nobody answered.
     *
     * @param score 0 to 10
     * @param gaps time, reliability, accuracy and courtesy, each 1 to 5, in that order; without those left out
     * @param words the customer's own
     * @param byCall whether they told us on a call instead of answering it
     */
    record Survey(
            Instant askedAt,
            @Nullable Instant answeredAt,
            @Nullable Integer score,
            Map<String, Integer> gaps,
            @Nullable String words,
            boolean byCall) {}
}
