package io.amends.clock;

import io.amends.modeling.AsTheHouse;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules as the table {@code clock-rules} has them; its latest version counts. */
@Component
class DmnClockRules implements ClockRules {

    private static final String TABLE = "clock-rules";

    private final DecisionService decisions;
    private final AsTheHouse house;

    DmnClockRules(DecisionService decisions, AsTheHouse house) {
        this.decisions = decisions;
        this.house = house;
    }

    @Override
    public ClockRule of(String rule) {
        DmnDecisionResultEntries row = house.run(() -> decisions
                .evaluateDecisionByKey(TABLE)
                .variables(Map.of("clockRule", rule))
                .evaluate()
                .getSingleResult());
        if (row == null) {
            throw new IllegalArgumentException(
                    "'" + rule + "' is no clock that " + TABLE + " knows; give it a row there or name another");
        }
        return new ClockRule(
                budget(row),
                number(row, "warnAt"),
                number(row, "escalateAt"),
                Boolean.TRUE.equals(row.getEntry("pauses")),
                word(row, "warnSays"),
                word(row, "breachSays"));
    }

    private static @Nullable Budget budget(DmnDecisionResultEntries row) {
        return row.getEntry("amount") == null
                ? null
                : new Budget(number(row, "amount"), Budget.Unit.of(word(row, "unit")));
    }

    private static int number(DmnDecisionResultEntries row, String column) {
        return row.getEntry(column) instanceof Number number ? number.intValue() : 0;
    }

    private static String word(DmnDecisionResultEntries row, String column) {
        return Objects.toString(row.getEntry(column), "");
    }
}
