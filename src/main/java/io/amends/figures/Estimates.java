package io.amends.figures;

import io.amends.complaint.ComplaintFigures.Group;
import io.amends.complaint.ComplaintFigures.Handled;
import io.amends.customer.Assumption;
import io.amends.customer.Assumptions;
import io.amends.customer.ChurnCost;
import io.amends.customer.ComplaintWorth;
import io.amends.customer.ComplaintWorth.Handling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/** What losing customers costs (L-12) and what complaints are worth (L-13), for given assumptions; and what the house begins with. */
final class Estimates {

    private static final double CUSTOMERS = 1000;
    private static final double TIMES_DEARER = 5;
    private static final double COMPLAINTS = 100;
    private static final double YEARLY_VALUE = 100;
    private static final int CURVE_STEPS = 10;

    static final Handled NOTHING_HANDLED =
            new Handled(new Group(0, 0, 0), new Group(0, 0, 0), new Group(0, 0, 0), 0, 0);

    private Estimates() {}

    /**
     * @param customers whose number is kept level
     * @param churn share who leave, 0 to 1
     * @param times how many times dearer a new customer is than keeping one
     * @param keep what keeping one costs
     */
    record Churn(double customers, double churn, double times, double keep) {

        /** In whole steps, as the sliders stand. */
        static Churn start(Assumptions assumptions) {
            return new Churn(
                    CUSTOMERS,
                    rounded(1 - assumptions.share(Assumption.RETENTION), 2),
                    TIMES_DEARER,
                    Math.max(1, rounded(assumptions.share(Assumption.NEW_CUSTOMER_COST) / TIMES_DEARER, 0)));
        }

        /** The costs, and how they would be at no churn, at 10 %, and so on. */
        public ChurnAnswer answer() {
            ChurnCost cost = ChurnCost.of(customers, churn, times, keep);
            return new ChurnAnswer(
                    customers, churn, times, keep, cost.winning(), cost.keeping(), cost.total(), curve());
        }

        private List<ChurnPoint> curve() {
            return IntStream.rangeClosed(0, CURVE_STEPS)
                    .mapToObj(step -> (double) step / CURVE_STEPS)
                    .map(share -> {
                        ChurnCost cost = ChurnCost.of(customers, share, times, keep);
                        return new ChurnPoint(share, cost.winning(), cost.keeping(), cost.total());
                    })
                    .toList();
        }
    }

    /** @param total {@code winning} and {@code keeping} */
    record ChurnAnswer(
            double customers,
            double churn,
            double times,
            double keep,
            double winning,
            double keeping,
            double total,
            List<ChurnPoint> curve) {}

    record ChurnPoint(double churn, double winning, double keeping, double total) {}

    /**
     * @param complaints how many
     * @param fast share of them that is solved fast, 0 to 1
     * @param solved share of them that is solved otherwise; the rest is not solved
     * @param againFast share of those who buy again when it was solved fast
     * @param value what a customer is worth in a year
     */
    record Worth(
            double complaints,
            double fast,
            double solved,
            double againSilent,
            double againUnsolved,
            double againSolved,
            double againFast,
            double value) {

        /** The house's own shares where enough is known of them, else what it assumes. */
        static Worth start(Assumptions assumptions, Handled handled, BigDecimal yearlyValue) {
            int known = handled.handled();
            return new Worth(
                    known == 0 ? COMPLAINTS : known,
                    known == 0 ? 0 : rounded((double) handled.fast().cases() / known, 2),
                    known == 0 ? 1 : roundedDown((double) handled.solved().cases() / known, 2),
                    assumptions.share(Assumption.BUY_AGAIN_SILENT),
                    own(handled.unsolved(), assumptions, Assumption.BUY_AGAIN_UNSOLVED),
                    own(handled.solved(), assumptions, Assumption.BUY_AGAIN_SOLVED),
                    own(handled.fast(), assumptions, Assumption.BUY_AGAIN_SOLVED_FAST),
                    yearlyValue.signum() > 0 ? rounded(yearlyValue.doubleValue(), 0) : YEARLY_VALUE);
        }

        static boolean ownCounts(Group group) {
            return group.watched() >= Uplift.ENOUGH;
        }

        private static double own(Group group, Assumptions assumptions, Assumption otherwise) {
            return ownCounts(group)
                    ? rounded((double) group.back() / group.watched(), 2)
                    : assumptions.share(otherwise);
        }

        /** What is kept against everybody having kept silent, as it is handled and if all were solved fast. */
        public WorthAnswer answer() {
            ComplaintWorth worth = new ComplaintWorth(againSilent, againUnsolved, againSolved, againFast);
            List<WorthRow> rows = List.of(
                    row(worth, Handling.SOLVED_FAST, "Solved fast", fast),
                    row(worth, Handling.SOLVED, "Solved", solved),
                    row(worth, Handling.UNSOLVED, "Not solved", Math.max(0, 1 - fast - solved)),
                    row(worth, Handling.SILENT, "Had they kept silent", 0));
            double kept = rows.stream().mapToDouble(WorthRow::kept).sum();
            double keptAtBest = worth.customersKept(complaints, Handling.SILENT, Handling.SOLVED_FAST);
            double valueAtBest = worth.valueKept(complaints, value, Handling.SILENT, Handling.SOLVED_FAST);
            double valueKept = rows.stream().mapToDouble(WorthRow::value).sum();
            return new WorthAnswer(rows, kept, valueKept, keptAtBest, valueAtBest, valueAtBest - valueKept);
        }

        private WorthRow row(ComplaintWorth worth, Handling handling, String name, double share) {
            double customers = complaints * share;
            return new WorthRow(
                    name,
                    share,
                    customers,
                    worth.buyAgain(handling),
                    worth.customersKept(customers, Handling.SILENT, handling),
                    worth.valueKept(customers, value, Handling.SILENT, handling));
        }
    }

    /**
     * @param kept customers who buy again because they complained and it was handled as it was
     * @param valueKept what they are worth in a year
     * @param keptAtBest customers if every complaint were solved fast
     * @param valueMissed what that would bring more in a year
     */
    record WorthAnswer(
            List<WorthRow> rows,
            double kept,
            double valueKept,
            double keptAtBest,
            double valueAtBest,
            double valueMissed) {}

    /** @param again share that buys again, 0 to 1 */
    record WorthRow(String name, double share, double customers, double again, double kept, double value) {}

    private static double rounded(double number, int places) {
        return BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP).doubleValue();
    }

    // so that two rounded shares are never more than all
    private static double roundedDown(double number, int places) {
        return BigDecimal.valueOf(number).setScale(places, RoundingMode.FLOOR).doubleValue();
    }
}
