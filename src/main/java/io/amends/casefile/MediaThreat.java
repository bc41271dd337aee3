package io.amends.casefile;

/**
 * Words of going public fell in a complaint (K-4, M-1); said in the transaction that notes them.
 *
 * @param caseNumber of the complaint
 * @param words as the customer said them, or what the complaint is about
 */
public record MediaThreat(String caseNumber, String words) {}
