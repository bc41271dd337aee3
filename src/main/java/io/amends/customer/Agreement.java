package io.amends.customer;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What binds a customer to the house for some time (L-1).
 *
 * @param externalId its number in the system that it comes from
 * @param kind {@code contract}, {@code loan}, {@code warranty}, or {@code account} for one that was closed
 * @param what in words
 * @param endsOn its last day; of an account the day on which it was closed
 */
public record Agreement(
        String externalId,
        String kind,
        String what,
        @Nullable LocalDate beganOn,
        LocalDate endsOn) {

    static final Set<String> KINDS = Set.of("contract", "loan", "warranty", "account");
}
