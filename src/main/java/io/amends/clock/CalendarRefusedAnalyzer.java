package io.amends.clock;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words, instead of a stack trace, why a calendar keeps the application from starting. */
class CalendarRefusedAnalyzer extends AbstractFailureAnalyzer<CalendarRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CalendarRefused cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct that line, or name another file with the property amends.calendar.",
                cause);
    }
}
