package io.amends.letter;

/**
 * A letter to a customer cannot be delivered: somebody has to reach the person another way (T-1). Published once for each
 * letter, in a transaction of its own that is tried again when a listener fails.
 */
public record LetterNotDelivered(String caseNumber, String letterId, String letter) {}
