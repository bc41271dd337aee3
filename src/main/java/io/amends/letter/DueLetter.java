package io.amends.letter;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter that the sender has to look at.
 *
 * @param attempts tries so far
 * @param doubtfulTries those of which nobody knows whether the mail was taken
 */
record DueLetter(
        UUID id,
        String caseNumber,
        String letter,
        String occurrence,
        String addressedTo,
        String recipient,
        String language,
        String subject,
        String html,
        String text,
        String messageId,
        LetterState state,
        int attempts,
        int doubtfulTries,
        Instant queuedAt) {

    /** Whether it may have left already: an earlier try had no answer, or a node died over it. */
    boolean doubtful() {
        return doubtfulTries > 0;
    }

    boolean undeliverable() {
        return state == LetterState.REFUSED || state == LetterState.BOUNCED || state == LetterState.NO_ADDRESS;
    }

    boolean toCustomer() {
        return LetterDesk.toCustomer(addressedTo);
    }

    boolean toMedia() {
        return addressedTo.equals(LetterDesk.MEDIA);
    }
}
