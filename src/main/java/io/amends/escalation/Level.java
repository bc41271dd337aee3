package io.amends.escalation;

import io.amends.clock.Budget;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * One level of a chain (C-5), as the table {@code escalation-chain} gives it.
 *
 * @param window how long its members have to acknowledge
 * @param act how long an acknowledgement of theirs lasts (C-6)
 */
record Level(String group, Budget window, Budget act) {

    /**
     * The frozen levels of an escalation.
     *
     * @throws IllegalStateException when the table names nobody or a row is not whole
     */
    static List<Level> of(VariableScope escalation) {
        List<?> rows = EscalationProcess.CHAIN.get(escalation);
        if (rows.isEmpty()) {
            throw new IllegalStateException("The table escalation-chain names nobody to call for the clock '"
                    + EscalationProcess.CLOCK.get(escalation) + "' of "
                    + EscalationProcess.CASE_NUMBER.get(escalation)
                    + "; add a row for its severity, then retry the job");
        }
        return rows.stream().map(row -> level((Map<?, ?>) row)).toList();
    }

    /** @param level from 1; above the top it is the top again */
    static Level at(List<Level> chain, int level) {
        return chain.get(Math.min(level, chain.size()) - 1);
    }

    private static Level level(Map<?, ?> row) {
        return new Level(text(row, "group"), budget(row, "window"), budget(row, "act"));
    }

    private static Budget budget(Map<?, ?> row, String what) {
        if (row.get(what + "Amount") instanceof Number amount) {
            return new Budget(amount.intValue(), Budget.Unit.of(text(row, what + "Unit")));
        }
        throw incomplete(what + "Amount", row);
    }

    private static String text(Map<?, ?> row, String column) {
        if (row.get(column) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw incomplete(column, row);
    }

    private static IllegalStateException incomplete(String column, Map<?, ?> row) {
        return new IllegalStateException(
                "The table escalation-chain gives no '" + column + "' in " + row + "; correct it, then retry the job");
    }
}
