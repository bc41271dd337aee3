package io.amends.inbox;

import io.amends.letter.LetterCheck;
import org.springframework.stereotype.Component;

/** That a mail waits to be sorted is told only while it does (C-7). */
@Component
class UnsortedLetterCheck implements LetterCheck {

    private static final String LETTER = "mail-unsorted";

    private final MailStore store;

    UnsortedLetterCheck(MailStore store) {
        this.store = store;
    }

    @Override
    public boolean stillWanted(String caseNumber, String letter, String occurrence) {
        return !letter.equals(LETTER)
                || store.find(caseNumber)
                        .filter(mail -> mail.state() == MailState.TO_SORT)
                        .isPresent();
    }
}
