package io.amends.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory for people who look things up in it. */
public interface CustomerCards {

    /**
     * Customers whom a text fits, by name: a number, mail or phone as it is, or the beginning of a word of the name, from three
     * letters on.
     */
    List<Customer> search(String text, int atMost);

    /** Why a customer is not to be contacted, or what else keeps us from it; empty for a number that is not known. */
    Optional<Wishes> wishes(String customerNumber);

    /**
     * What was noted on reaching a customer, each with its day; null where nothing was.
     *
     * @param standing {@code active}, {@code deceased} or {@code fraud}
     */
    record Wishes(
            boolean doNotContact,
            @Nullable String doNotContactReason,
            @Nullable Instant doNotContactSince,
            String standing,
            @Nullable String standingReason,
            @Nullable Instant standingSince,
            @Nullable Instant mailBouncedAt) {}
}
