package io.amends.figures;

import io.amends.figures.Proportion.Interval;

/**
 * What pursuing lost customers changed: who came back among the pursued, less who came back by themselves (L-6).
 *
 * <p>The 95 % interval of the difference is Newcombe's hybrid of both Wilson intervals: R. G. Newcombe, Interval estimation for the
 * difference between independent proportions: comparison of eleven methods, Statistics in Medicine 17 (1998), 873–890, method 10; the
 * worked examples there are the test's.
 *
 * @param pursued those who came back of all who were pursued, also of those who said no
 * @param heldOut those who came back of all who were left alone for comparison
 */
record Uplift(Proportion pursued, Proportion heldOut) {

    /** Below so many cases in either group a difference is rather chance than effect, and none is said. */
    static final int ENOUGH = 30;

    public boolean enough() {
        return pursued.of() >= ENOUGH && heldOut.of() >= ENOUGH;
    }

    /** −1 to 1. */
    public double difference() {
        return pursued.share() - heldOut.share();
    }

    public Interval interval() {
        Interval first = pursued.interval();
        Interval second = heldOut.interval();
        double below = Math.hypot(pursued.share() - first.low(), second.high() - heldOut.share());
        double above = Math.hypot(first.high() - pursued.share(), heldOut.share() - second.low());
        return new Interval(Math.max(-1, difference() - below), Math.min(1, difference() + above));
    }

    /** Whether no difference at all would fit, too. */
    public boolean mayBeChance() {
        Interval interval = interval();
        return interval.low() <= 0 && interval.high() >= 0;
    }
}
