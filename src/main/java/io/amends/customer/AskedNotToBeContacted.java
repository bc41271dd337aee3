package io.amends.customer;

/** Said within the transaction in which a customer becomes one whom nobody contacts any more (L-2, L-8). */
public record AskedNotToBeContacted(String customerNumber, String reason) {}
