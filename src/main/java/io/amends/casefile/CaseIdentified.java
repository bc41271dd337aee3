package io.amends.casefile;

/** Somebody found out which customer a case is about, or that it is another one; said in the same transaction. */
public record CaseIdentified(String caseNumber, String customerNumber) {}
