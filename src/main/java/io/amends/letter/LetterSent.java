package io.amends.letter;

import java.time.Instant;

/**
 * The mail server took a letter. Published once for each letter, in the transaction that marks it as sent; a
 * listener that fails is left behind, for a letter that has left must never leave again.
 *
 * @param recipient mail address it went to
 * @param toCustomer false for a mail among colleagues, and for one to the media
 */
public record LetterSent(
        String letterId, String caseNumber, String letter, String recipient, boolean toCustomer, Instant sentAt) {}
