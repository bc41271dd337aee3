package io.amends.customer;

/**
 * What a complaint handled well is worth (L-13): shares of the dissatisfied who buy again, 0 to 1.
 *
 * @param silent of those who never said a word
 * @param unsolved of those who complained in vain
 * @param solved of those whose complaint was solved
 * @param solvedFast of those whose complaint was solved fast
 */
public record ComplaintWorth(double silent, double unsolved, double solved, double solvedFast) {

    /** What became of a dissatisfied customer's matter. */
    public enum Handling {
        SILENT,
        UNSOLVED,
        SOLVED,
        SOLVED_FAST
    }

    /** With the shares that the house assumes. */
    public static ComplaintWorth of(Assumptions assumptions) {
        return new ComplaintWorth(
                assumptions.share(Assumption.BUY_AGAIN_SILENT),
                assumptions.share(Assumption.BUY_AGAIN_UNSOLVED),
                assumptions.share(Assumption.BUY_AGAIN_SOLVED),
                assumptions.share(Assumption.BUY_AGAIN_SOLVED_FAST));
    }

    public double buyAgain(Handling handling) {
        return switch (handling) {
            case SILENT -> silent;
            case UNSOLVED -> unsolved;
            case SOLVED -> solved;
            case SOLVED_FAST -> solvedFast;
        };
    }

    /** How many of so many customers buy again because their matter went one way and not the other. */
    public double customersKept(double customers, Handling instead, Handling handled) {
        return customers * (buyAgain(handled) - buyAgain(instead));
    }

    /**
     * How much yearly value stays because of it.
     *
     * @param yearlyValue of one customer, in the house's currency
     */
    public double valueKept(double customers, double yearlyValue, Handling instead, Handling handled) {
        return customersKept(customers, instead, handled) * yearlyValue;
    }
}
