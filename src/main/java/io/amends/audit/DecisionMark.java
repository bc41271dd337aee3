package io.amends.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an answer of a decision table is written as a mark: {@code complaint-severity=S1}. */
final class DecisionMark {

    /** Sentences for people are no outcomes. */
    private static final Pattern CODE = Pattern.compile("\\S{1,60}");

    private DecisionMark() {}

    /**
     * @param alone whether the table answers with nothing else; a number among several answers is an amount of something
     * @return null for what is no outcome
     */
    static @Nullable String of(String table, @Nullable Object answer, boolean alone) {
        boolean outcome = answer instanceof String || answer instanceof Boolean || (alone && answer instanceof Number);
        if (!outcome) {
            return null;
        }
        String text = String.valueOf(answer);
        return CODE.matcher(text).matches() ? table + "=" + text : null;
    }
}
