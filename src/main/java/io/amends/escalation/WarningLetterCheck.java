package io.amends.escalation;

import io.amends.letter.LetterCheck;
import org.springframework.stereotype.Component;

/** A warning of a clock that has ended, stands or was started anew is not sent (C-7). */
@Component
class WarningLetterCheck implements LetterCheck {

    private static final String WARNING = "clock-warning";

    private final Lateness lateness;

    WarningLetterCheck(Lateness lateness) {
        this.lateness = lateness;
    }

    @Override
    public boolean stillWanted(String caseNumber, String letter, String occurrence) {
        return !letter.equals(WARNING)
                || ClockRef.ofWarning(caseNumber, occurrence)
                        .map(lateness::stillRuns)
                        .orElse(true);
    }
}
