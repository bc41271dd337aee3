package io.amends.letter;

import java.time.Instant;

/**
 * The mail server took a letter to a customer. Published once for each letter, in the transaction that marks it as sent; a
 * listener that fails is left behind, for a letter that has left must never leave again.
 */
public record LetterSent(String letterId, String caseNumber, String letter, String recipient, Instant sentAt) {}
