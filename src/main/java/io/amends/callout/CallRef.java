package io.amends.callout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of a call-out, as letters and tasks name it.
 *
 * @param number from 1
 */
record CallRef(long callOut, int number) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

    String text() {
        return callOut + "-" + number;
    }

    static Optional<CallRef> of(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new CallRef(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }
}
