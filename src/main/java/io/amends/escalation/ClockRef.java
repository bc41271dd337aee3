package io.amends.escalation;

import io.amends.clock.CaseClock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * One time that one clock of a case ran (C-9).
 *
 * @param clock such as {@code resolve} or {@code promise-17}
 * @param occurrence from 1
 */
record ClockRef(String caseNumber, String clock, int occurrence) {

    private static final Pattern WARNING = Pattern.compile("(.+)-(\\d{1,6})");

    static ClockRef of(CaseClock clock) {
        return new ClockRef(clock.caseNumber(), clock.name(), clock.occurrence());
    }

    /** What an escalation is about. */
    static ClockRef of(VariableScope escalation) {
        return new ClockRef(
                EscalationProcess.CASE_NUMBER.get(escalation),
                EscalationProcess.CLOCK.get(escalation),
                EscalationProcess.OCCURRENCE.get(escalation));
    }

    /** What a warning is about, by the occurrence that the diagrams give its letter: {@code promise-17-1}; else empty. */
    static Optional<ClockRef> ofWarning(String caseNumber, String letterOccurrence) {
        Matcher matcher = WARNING.matcher(letterOccurrence);
        return matcher.matches()
                ? Optional.of(new ClockRef(caseNumber, matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
