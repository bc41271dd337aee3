package io.amends.customer;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The house's figures as one version of the table {@code recovery-assumptions} gives them.
 *
 * @param version of the table
 * @param figures every {@link Assumption}
 */
public record Assumptions(int version, Map<Assumption, Figure> figures) {

    /**
     * @param unit in words, such as {@code share} or {@code days}
     * @param meaning one line for whoever reads a figure that rests on it
     */
    public record Figure(BigDecimal value, String unit, String meaning) {}

    public BigDecimal value(Assumption assumption) {
        Figure figure = figures.get(assumption);
        if (figure == null) {
            throw new IllegalStateException("The table recovery-assumptions has no row '" + assumption.code() + "'");
        }
        return figure.value();
    }

    public double share(Assumption assumption) {
        return value(assumption).doubleValue();
    }

    public int whole(Assumption assumption) {
        return value(assumption).intValueExact();
    }
}
