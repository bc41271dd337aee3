package io.amends.customer;

/** The formulas of a customer's value (L-3). */
final class LifetimeValue {

    private LifetimeValue() {}

    /** @param margin what one order earns */
    static double yearly(double margin, double ordersAYear) {
        return margin * ordersAYear;
    }

    /**
     * How many times the yearly value a lifetime brings: the first year in full, each later one less by those who leave and by
     * the discount.
     *
     * @param retention share who stay from one year to the next
     * @param discount a year, 0.1 for 10 %
     * @param years that are looked ahead
     */
    static double factor(double retention, double discount, int years) {
        var factor = 0.0;
        for (var year = 0; year < years; year++) {
            factor += Math.pow(retention / (1 + discount), year);
        }
        return factor;
    }

    static double lifetime(double yearly, double retention, double discount, int years) {
        return yearly * factor(retention, discount, years);
    }
}
