package io.amends.handover;

import io.amends.clock.CaseClocks;
import io.amends.letter.LetterCheck;
import org.springframework.stereotype.Component;

/** An owner who has touched the case since is not nudged any more (C-7). */
@Component
class NudgeLetterCheck implements LetterCheck {

    private static final String NUDGE = "owner-idle";

    private final CaseClocks clocks;

    NudgeLetterCheck(CaseClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public boolean stillWanted(String caseNumber, String letter, String occurrence) {
        return !letter.equals(NUDGE)
                || clocks.find(caseNumber, OwnerWatch.CLOCK)
                        .filter(idle -> idle.running() && idle.pausedSince() == null)
                        .filter(idle -> occurrence.equals(idle.name() + "-" + idle.occurrence()))
                        .isPresent();
    }
}
