package io.amends.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer or prospect of the directory.
 *
 * @param number {@code C-000123} of our own, or the number under which it was imported
 * @param phone E.164
 * @param language {@code en} or {@code zh-CN}
 * @param tier {@code A}, {@code B}, {@code C} (L-3), or {@code none} without purchases
 * @param satisfaction last score 0 to 10, or null when never asked
 * @param atRiskSince since when the customer is watched as at risk (K-18), or null
 */
public record Customer(
        String number,
        String name,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String address,
        String language,
        String tier,
        boolean prospect,
        boolean doNotContact,
        @Nullable Integer satisfaction,
        @Nullable Instant atRiskSince) {}
