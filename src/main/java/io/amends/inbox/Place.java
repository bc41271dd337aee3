package io.amends.inbox;

import io.amends.letter.SentLetter;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail belongs.
 *
 * @param letter the letter that it answers, or null where it found its case by the number alone
 * @param how the sign that it was found by, as a sentence
 */
record Place(String caseNumber, @Nullable SentLetter letter, String how) {

    static Place answering(SentLetter letter, String how) {
        return new Place(letter.caseNumber(), letter, how);
    }

    /** Whoever answers our letter to the customer knows what only that letter says. */
    boolean answersCustomersLetter() {
        return letter != null && letter.toCustomer();
    }

    boolean amongColleagues() {
        return letter != null && !letter.toCustomer();
    }
}
