package io.amends.customer;

import org.jspecify.annotations.Nullable;

/**
 * How a person who turned to us can be recognised and reached.
 *
 * @param customerNumber as on an invoice, or null
 * @param mail one address, or null
 * @param phone as typed; the directory normalises it to E.164
 * @param language {@code en} or {@code zh-CN}
 */
public record Contact(
        @Nullable String customerNumber,
        String name,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String address,
        String language) {}
