package io.amends.casefile;

/**
 * Somebody did something on the page of a case: reported, promised, asked for a handover.
 *
 * @param userId who did it
 */
public record CaseTouched(String caseNumber, String userId) {}
