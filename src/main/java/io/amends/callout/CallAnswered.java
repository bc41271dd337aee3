package io.amends.callout;

/**
 * Somebody has taken a role that was called out; published in the transaction that records it.
 *
 * @param role such as {@code crisis-lead}
 */
public record CallAnswered(String caseNumber, String role, String userId) {}
