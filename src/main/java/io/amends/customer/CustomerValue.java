package io.amends.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer was worth on a day (L-3); amounts in the house's currency.
 *
 * @param assumptionsVersion of the table {@code recovery-assumptions} with which it was worked out
 * @param purchases cancellations and rows of 0 are none
 * @param purchaseDays different days with purchases
 * @param usualInterval median gap between these days, in days; null with fewer than three of them
 * @param netAmount of all purchases, cancellations taken off
 * @param yearlyValue what they bring in a year
 * @param lifetimeValue over the horizon, from now on
 * @param secondLifetimeValue the same for somebody who left, counted from the regain
 * @param tier {@code A}, {@code B}, {@code C} or {@code none}
 */
public record CustomerValue(
        String customerNumber,
        LocalDate asOf,
        int assumptionsVersion,
        int purchases,
        int purchaseDays,
        @Nullable LocalDate firstBoughtOn,
        @Nullable LocalDate lastBoughtOn,
        @Nullable BigDecimal usualInterval,
        BigDecimal netAmount,
        BigDecimal yearlyValue,
        BigDecimal lifetimeValue,
        BigDecimal secondLifetimeValue,
        String tier) {}
