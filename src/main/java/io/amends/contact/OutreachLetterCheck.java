package io.amends.contact;

import io.amends.letter.LetterCheck;
import io.amends.letter.Letters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A letter that nobody asked for does not leave any more to whom it must not reach (C-7, L-2). */
@Component
class OutreachLetterCheck implements LetterCheck {

    private final ObjectProvider<Letters> letters;
    private final ContactPolicy policy;

    OutreachLetterCheck(ObjectProvider<Letters> letters, ContactPolicy policy) {
        this.letters = letters;
        this.policy = policy;
    }

    @Override
    public boolean stillWanted(String caseNumber, String letter, String occurrence) {
        return !letters.getObject().outreach(letter)
                || policy.barred(caseNumber, Channel.MAIL).isEmpty();
    }
}
