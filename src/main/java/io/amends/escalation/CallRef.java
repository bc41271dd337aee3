package io.amends.escalation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call on one occurrence of a clock, as the letters' ledger keeps it: {@code promise-17-1-3} (C-9).
 *
 * @param number among all calls on the occurrence, from 1
 */
record CallRef(ClockRef clock, int number) {

    private static final Pattern TEXT = Pattern.compile("(.+)-(\\d{1,6})");

    /** Empty for what {@link #text} did not make. */
    static Optional<CallRef> of(String caseNumber, String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? ClockRef.ofWarning(caseNumber, matcher.group(1))
                        .map(clock -> new CallRef(clock, Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    String text() {
        return clock.clock() + "-" + clock.occurrence() + "-" + number;
    }
}
