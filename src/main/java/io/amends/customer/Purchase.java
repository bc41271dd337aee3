package io.amends.customer;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One invoice, or its cancellation when the amount is negative.
 *
 * @param externalId the invoice's number in the shop
 * @param currency ISO 4217
 */
public record Purchase(String externalId, Instant boughtAt, BigDecimal amount, String currency, String what) {}
