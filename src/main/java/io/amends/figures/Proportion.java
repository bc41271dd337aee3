package io.amends.figures;

/**
 * A share with what it is a share of.
 *
 * <p>Its 95 % interval is Wilson's score interval without continuity correction: R. G. Newcombe, Two-sided confidence intervals for
 * the single proportion: comparison of seven methods, Statistics in Medicine 17 (1998), 857–872, method 3; the worked examples there
 * are the test's. It stays within 0 and 1 and holds for few cases and for shares near the ends (L-6).
 *
 * @param some how many
 * @param of of how many
 */
record Proportion(int some, int of) {

    /** The 97.5th percentile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    Proportion {
        if (some < 0 || some > of) {
            throw new IllegalArgumentException(some + " is no part of " + of);
        }
    }

    public boolean known() {
        return of > 0;
    }

    /** 0 to 1. @throws IllegalStateException for a share of nothing */
    public double share() {
        if (of == 0) {
            throw new IllegalStateException("There is no share of nothing");
        }
        return (double) some / of;
    }

    /** @throws IllegalStateException for a share of nothing */
    public Interval interval() {
        double share = share();
        double spread = 1 + Z * Z / of;
        double middle = (share + Z * Z / (2.0 * of)) / spread;
        double half = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of)) / spread;
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /** Where the truth lies in 95 of 100 such looks. */
    record Interval(double low, double high) {}
}
