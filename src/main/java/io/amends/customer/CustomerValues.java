package io.amends.customer;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What customers are worth (L-3), worked out in the database for many at once, with the house's figures as they are now. */
public interface CustomerValues {

    /** Works all values out as of a day: what was bought later does not count. Tiers stay as they are. */
    void recompute(LocalDate asOf);

    /**
     * Does the same for some, in the order of their numbers, in one transaction.
     *
     * @param after the number after which to begin, or null for the first
     * @param atMost how many customers
     * @return the last number that was done; empty when there was none left
     */
    Optional<String> recomputeRange(LocalDate asOf, @Nullable String after, int atMost);

    /**
     * Sorts all customers into tiers by the values that were worked out last: those who together bring the first 80 % are A,
     * whoever crosses the line included, the next 15 % are B, the rest C; without purchases they are {@code none}.
     */
    void rankTiers();

    /** Values as of today and tiers by them: after purchases came in. */
    void bringUpToDate();

    /** Empty for a customer who came after the last working out. */
    Optional<CustomerValue> of(String customerNumber);

    /** ISO 4217; the house's, in which all values are. */
    String currency();
}
