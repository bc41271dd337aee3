package io.amends.clock;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.jspecify.annotations.Nullable;

/**
 * One version of the table {@code clock-rules}. It is asked by an engine for tables that keeps no history: what it said stays with
 * the clock, and a case starts a dozen of them.
 */
final class ClockRuleTable {

    private static final DmnEngine TABLES =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final DmnDecision decision;

    ClockRuleTable(DmnModelInstance model) {
        this.decision = TABLES.parseDecision(ClockProcess.RULES, model);
    }

    /**
     * @param rule name of a clock without the number of the thing
     * @throws IllegalArgumentException for a time that cannot be
     */
    Optional<ClockRule> find(String rule) {
        return Optional.ofNullable(TABLES.evaluateDecision(decision, Map.of(ClockProcess.RULE_NAME, rule))
                        .getSingleResult())
                .map(row -> read(row.getEntryMap()));
    }

    private static ClockRule read(Map<String, Object> row) {
        return new ClockRule(
                budget(row),
                number(row, "warnAt"),
                number(row, "escalateAt"),
                Boolean.TRUE.equals(row.get("pauses")),
                Boolean.TRUE.equals(row.get("aroundTheClock")),
                word(row, "warnSays"),
                word(row, "breachSays"));
    }

    private static @Nullable Budget budget(Map<String, Object> row) {
        return row.get("amount") == null ? null : new Budget(number(row, "amount"), Budget.Unit.of(word(row, "unit")));
    }

    private static int number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.intValue() : 0;
    }

    private static String word(Map<String, Object> row, String column) {
        return Objects.toString(row.get(column), "");
    }
}
