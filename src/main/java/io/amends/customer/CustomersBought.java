package io.amends.customer;

import java.util.Set;

/**
 * Purchases were taken in, in the transaction that does so; cancellations alone are none.
 *
 * @param customerNumbers whose they are, at most as many as were taken in together
 */
public record CustomersBought(Set<String> customerNumbers) {}
