package io.amends.casefile;

/**
 * Something was added to a case, or changed in it, that none of its processes did and no other event tells of; said in the transaction that
 * does it.
 *
 * @param what in a word or two, such as {@code linked}
 */
public record CaseChanged(String caseNumber, String what) {}
