package io.amends.satisfaction;

import org.jspecify.annotations.Nullable;

/**
 * What a customer says of our work (K-16).
 *
 * @param score 0 to 10
 * @param time gap 1 to 5, likewise reliability, accuracy and courtesy; null when left out
 * @param word in their words, or null
 */
public record SurveyAnswer(
        int score,
        @Nullable Integer time,
        @Nullable Integer reliability,
        @Nullable Integer accuracy,
        @Nullable Integer courtesy,
        @Nullable String word) {

    static SurveyAnswer score(int score) {
        return new SurveyAnswer(score, null, null, null, null, null);
    }
}
