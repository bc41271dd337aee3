package io.amends.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How an answer of a decision table is written as a mark: {@code complaint-severity=S1}. */
final class DecisionMark {

    /** Sentences for people are no outcomes. */
    private static final Pattern CODE = Pattern.compile("\\S{1,60}");

    /** Says what the number beside it is a number of. */
    private static final Pattern UNIT = Pattern.compile("unit|.*Unit");

    /** A span of time decides nothing by itself. */
    private static final Pattern SPAN = Pattern.compile("(.*[a-z])?(minutes|hours|days)", Pattern.CASE_INSENSITIVE);

    private DecisionMark() {}

    /** @param output name of a column that answers */
    static boolean isUnit(String output) {
        return UNIT.matcher(output).matches();
    }

    /**
     * @param output name of the column that answers
     * @param alone whether the table answers with nothing else; a number among several answers is an amount of something
     * @return null for what is no outcome
     */
    static @Nullable String of(String table, String output, @Nullable Object answer, boolean alone) {
        boolean outcome = answer instanceof String
                || answer instanceof Boolean
                || (alone && answer instanceof Number && !SPAN.matcher(output).matches());
        if (!outcome || isUnit(output)) {
            return null;
        }
        String text = String.valueOf(answer);
        return CODE.matcher(text).matches() ? table + "=" + text : null;
    }
}
