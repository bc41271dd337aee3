package io.amends.satisfaction;

/**
 * A customer was not satisfied after the second recovery either (K-18); said in the transaction that puts them on watch.
 *
 * @param caseNumber the complaint over which they may be lost
 */
public record CustomerAtRisk(String customerNumber, String caseNumber) {}
