package io.amends.customer;

/**
 * What it costs to keep the number of customers level although some leave (L-12).
 *
 * @param winning new customers in the place of those who leave
 * @param keeping those who stay
 */
public record ChurnCost(double winning, double keeping) {

    /**
     * @param customers who are there
     * @param churn share who leave, 0 to 1
     * @param timesDearer how many times the cost of keeping a customer winning a new one is
     * @param keepingOne what keeping one costs, in the house's currency
     */
    public static ChurnCost of(double customers, double churn, double timesDearer, double keepingOne) {
        if (customers < 0 || churn < 0 || churn > 1 || timesDearer < 0 || keepingOne < 0) {
            throw new IllegalArgumentException("Numbers are not below 0, and a share is between 0 and 1");
        }
        return new ChurnCost(churn * customers * timesDearer * keepingOne, (1 - churn) * customers * keepingOne);
    }

    public double total() {
        return winning + keeping;
    }
}
