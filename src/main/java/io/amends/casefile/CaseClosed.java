package io.amends.casefile;

/**
 * A case has closed; said once for each closing, in the transaction that closes it.
 *
 * @param processKey {@code complaint}, {@code lost-customer} or {@code media-crisis}
 * @param outcome as the case's register keeps it
 */
public record CaseClosed(String caseNumber, String processKey, String outcome) {}
