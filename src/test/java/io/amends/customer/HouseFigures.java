package io.amends.customer;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Figures of the house for tests that have no tables: those of L-3 and L-13, all others 1. */
public final class HouseFigures {

    private static final Map<Assumption, String> CHOSEN = Map.of(
            Assumption.MARGIN, "0.30",
            Assumption.RETENTION, "0.75",
            Assumption.RETENTION_AFTER_REGAIN, "0.60",
            Assumption.DISCOUNT, "0.10",
            Assumption.HORIZON_YEARS, "10",
            Assumption.BUY_AGAIN_SILENT, "0.09",
            Assumption.BUY_AGAIN_UNSOLVED, "0.19",
            Assumption.BUY_AGAIN_SOLVED, "0.54",
            Assumption.BUY_AGAIN_SOLVED_FAST, "0.82");

    private HouseFigures() {}

    public static Assumptions chosen() {
        Map<Assumption, Assumptions.Figure> figures = new EnumMap<>(Assumption.class);
        Arrays.stream(Assumption.values())
                .forEach(one -> figures.put(
                        one, new Assumptions.Figure(new BigDecimal(CHOSEN.getOrDefault(one, "1")), "", "")));
        return new Assumptions(7, figures);
    }
}
