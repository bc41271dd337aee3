package io.amends.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who our customers are (K-2). */
public interface CustomerDirectory {

    /** Everybody whom number, mail or phone fit, best first: none, one, or several from whom a person has to choose. */
    List<Customer> find(Contact contact);

    Optional<Customer> byNumber(String customerNumber);

    /** Keeps somebody unknown as a prospect and returns the new entry. */
    Customer addProspect(Contact contact);

    /** Last purchases, newest first. */
    List<Purchase> purchases(String customerNumber, int atMost);

    /** Contracts, loans, warranties and closed accounts, the one that ends last first. */
    List<Agreement> agreements(String customerNumber);

    /**
     * Records a score at the complaint or after it (K-21); it becomes the last that is known of the customer.
     *
     * @param score 0 to 10
     */
    void recordSatisfaction(String customerNumber, String caseNumber, Satisfaction.Moment moment, int score);

    /** Keeps with a case what was known of the customer before it, if anything was; once it holds a score, nothing changes (K-21). */
    void recordSatisfactionBefore(String customerNumber, String caseNumber);

    /** Scores of a case, in the order they were given. */
    List<Satisfaction> satisfactionOf(String caseNumber);

    /** Puts the customer on watch (K-18, L-1). */
    void watchAsAtRisk(String customerNumber, String caseNumber);

    /**
     * Binding at once for every process (L-2, L-8). The first time it publishes {@link AskedNotToBeContacted} in the same
     * transaction; for whom it holds already, nothing changes.
     */
    void neverContactAgain(String customerNumber, String reason);

    /** Takes {@link #neverContactAgain} back, because the customer said so; the reason is kept in the place of the old one. */
    void mayContactAgain(String customerNumber, String reason);

    /** How these customers may be reached (L-2), by number; a number that is not known is missing. One query for 10,000 of them. */
    Map<String, Standing> standings(Collection<String> customerNumbers);

    /** Keeps that mail to this address comes back, for everybody who has it. */
    void mailBounced(String mail);

    /** The customer's address is this one, whichever it was before; that mail came back is forgotten. */
    void mailWorksAgain(String customerNumber, String mail);

    /**
     * Keeps what a customer allowed or refused.
     *
     * @param channel {@code phone}, {@code mail}, {@code post} or {@code message}
     * @throws IllegalArgumentException for another channel
     */
    void setConsent(String customerNumber, String channel, boolean granted);

    /**
     * Keeps that the house has no business with somebody any more, or again has.
     *
     * @param standing {@code active}, {@code deceased} or {@code fraud}
     * @throws IllegalArgumentException for another standing
     */
    void setStanding(String customerNumber, String standing, String reason);

    /** When the customer likes to be called, in their own words. */
    Optional<String> contactHours(String customerNumber);
}
