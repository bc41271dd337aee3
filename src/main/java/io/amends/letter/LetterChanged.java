package io.amends.letter;

/**
 * A letter that was done with has another fate, or its link was answered; said in the transaction that changes it.
 *
 * @param what {@code letter-bounced} or {@code link-answered}
 */
public record LetterChanged(String caseNumber, String what) {}
