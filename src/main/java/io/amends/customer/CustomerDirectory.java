package io.amends.customer;

import java.util.List;
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

    /** Binding at once for every process (L-2, L-8). */
    void neverContactAgain(String customerNumber, String reason);
}
