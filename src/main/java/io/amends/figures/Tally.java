package io.amends.figures;

import io.amends.lostcustomer.RecoveryFigures.Count;
import io.amends.lostcustomer.RecoveryFigures.Stand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What became of some of the cases, each figure with what it is a part of (A-5, L-11). */
record Tally(List<Count> counts) {

    private static final int PLACES = 4;

    public int lost() {
        return sum(count -> true);
    }

    public int confirmed() {
        return sum(Count::confirmed);
    }

    public int proposed() {
        return sum(count -> !count.confirmed() && count.reason() != null);
    }

    public int undecided() {
        return stand(Stand.UNDECIDED);
    }

    public int letGo() {
        return stand(Stand.LET_GO);
    }

    public int heldOut() {
        return stand(Stand.HELD_OUT);
    }

    public int running() {
        return stand(Stand.RUNNING);
    }

    public int leftAlone() {
        return stand(Stand.LEFT_ALONE);
    }

    public int regained() {
        return stand(Stand.REGAINED);
    }

    public int notRegained() {
        return stand(Stand.NOT_REGAINED);
    }

    /** Pursued to the end or still being pursued; who asked to be left alone is counted apart. */
    public int pursued() {
        return running() + finished();
    }

    public int finished() {
        return regained() + notRegained();
    }

    /** The regained of the finished; who is still pursued, left alone or undecided is no part of it. */
    public Proportion rate() {
        return new Proportion(regained(), finished());
    }

    public int accepted() {
        return sum(count -> "accepted".equals(count.answer()));
    }

    public int declined() {
        return sum(count -> "declined".equals(count.answer()));
    }

    public int expired() {
        return sum(count -> "expired".equals(count.answer()));
    }

    /** Cases with a benefit and a cost; who was held out is none of them, for what they buy was not brought about. */
    public int evaluated() {
        return counts.stream().filter(Tally::worked).mapToInt(Count::evaluated).sum();
    }

    public BigDecimal benefit() {
        return counts.stream().filter(Tally::worked).map(Count::benefit).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal cost() {
        return counts.stream().filter(Tally::worked).map(Count::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Benefit less cost, for each unit of cost: 0.5 is half as much again; null where nothing was spent. */
    @Nullable
    public BigDecimal worth() {
        BigDecimal cost = cost();
        return cost.signum() == 0 ? null : benefit().subtract(cost).divide(cost, PLACES, RoundingMode.HALF_UP);
    }

    /** What the lost were worth in a year on average, when their cases opened (L-3); 0 without any. */
    public BigDecimal averageYearlyValue() {
        int lost = lost();
        return lost == 0
                ? BigDecimal.ZERO
                : counts.stream()
                        .map(Count::yearlyValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(lost), PLACES, RoundingMode.HALF_UP);
    }

    public int oldestAssumptions() {
        return counts.stream().mapToInt(Count::oldestAssumptions).min().orElse(0);
    }

    public int newestAssumptions() {
        return counts.stream().mapToInt(Count::newestAssumptions).max().orElse(0);
    }

    public Tally only(Predicate<Count> which) {
        return new Tally(counts.stream().filter(which).toList());
    }

    private int stand(Stand stand) {
        return sum(count -> count.stand() == stand);
    }

    private int sum(Predicate<Count> which) {
        return counts.stream().filter(which).mapToInt(Count::cases).sum();
    }

    private static boolean worked(Count count) {
        return count.stand() != Stand.HELD_OUT;
    }
}
