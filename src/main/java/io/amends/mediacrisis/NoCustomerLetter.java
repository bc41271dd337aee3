package io.amends.mediacrisis;

import io.amends.correspondence.LetterVariables;
import io.amends.letter.Addressee;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A crisis has no customer who would have to be told that somebody else owns it now (K-6). */
@Component
class NoCustomerLetter implements CrisisLetterPart {

    @Override
    public Set<String> letters() {
        return Set.of("new-owner");
    }

    @Override
    public List<Addressee> addressees(MediaCrisis crisis, String letter, LetterVariables seen) {
        return List.of();
    }
}
