package io.amends.callout;

import io.amends.letter.LetterCheck;
import org.springframework.stereotype.Component;

/** A call that nobody has to answer any more is not sent (C-7). */
@Component
class CallOutLetterCheck implements LetterCheck {

    private final CallOutTable table;

    CallOutLetterCheck(CallOutTable table) {
        this.table = table;
    }

    @Override
    public boolean stillWanted(String caseNumber, String letter, String occurrence) {
        return !letter.equals(CallOutProcess.LETTER)
                || CallRef.of(occurrence)
                        .map(call -> table.waits(call.callOut(), call.number()))
                        .orElse(true);
    }
}
