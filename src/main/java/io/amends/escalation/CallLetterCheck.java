package io.amends.escalation;

import io.amends.letter.LetterCheck;
import org.springframework.stereotype.Component;

/** A call for help that nobody has to answer any more is not sent (C-7). */
@Component
class CallLetterCheck implements LetterCheck {

    private static final String ESCALATION = "escalation";

    private final EscalationTable table;
    private final Lateness lateness;

    CallLetterCheck(EscalationTable table, Lateness lateness) {
        this.table = table;
        this.lateness = lateness;
    }

    @Override
    public boolean stillWanted(String caseNumber, String letter, String occurrence) {
        if (!letter.equals(ESCALATION)) {
            return true;
        }
        return CallRef.of(caseNumber, occurrence)
                .map(call -> lateness.stillLate(call.clock()) && table.waits(call.clock(), call.number()))
                .orElse(true);
    }
}
