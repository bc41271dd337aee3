package io.amends.letter;

/**
 * The letter that a mail coming in belongs to.
 *
 * @param letter name of the template folder
 * @param recipient mail address it went to, blank when there was none
 * @param toCustomer false for a mail among colleagues
 */
public record SentLetter(String id, String caseNumber, String letter, String recipient, boolean toCustomer) {}
