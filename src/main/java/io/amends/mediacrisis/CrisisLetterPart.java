package io.amends.mediacrisis;

import io.amends.correspondence.LetterVariables;
import io.amends.letter.Addressee;
import java.util.List;
import java.util.Set;

/** Whom some of a crisis's letters go to and what they say; {@link MediaCrisisLetters} asks the one that knows the letter. */
interface CrisisLetterPart {

    /** Names of the letters. */
    Set<String> letters();

    List<Addressee> addressees(MediaCrisis crisis, String letter, LetterVariables seen);
}
