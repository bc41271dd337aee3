package io.amends.clock;

import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The table {@code clock-rules} as it will count after a deployment: which clocks there are, and what is wrong with their rows. */
final class ClockRegister {

    private final Map<String, ClockRule> rules = new HashMap<>();
    private final Set<String> names = new TreeSet<>();
    private final List<ModelFinding> findings = new ArrayList<>();
    private boolean present;

    private ClockRegister() {}

    static ClockRegister after(ModelSet models) {
        ClockRegister register = new ClockRegister();
        models.allTables().forEach((file, model) -> {
            if (isRegister(model)) {
                register.present = true;
                register.read(file, model);
            }
        });
        return register;
    }

    static boolean isRegister(DmnModelInstance model) {
        return model.getModelElementById(ClockProcess.RULES) instanceof Decision;
    }

    boolean isPresent() {
        return present;
    }

    boolean knows(String rule) {
        return names.contains(rule);
    }

    /** Nothing for a row that is wrong itself. */
    Optional<ClockRule> find(String rule) {
        return Optional.ofNullable(rules.get(rule));
    }

    Set<String> names() {
        return names;
    }

    /** What is wrong with the rows. */
    List<ModelFinding> findings() {
        return findings;
    }

    private void read(String file, DmnModelInstance model) {
        ClockRuleTable table;
        try {
            table = new ClockRuleTable(model);
        } catch (DmnEngineException unreadable) {
            findings.add(new ModelFinding(file, ClockProcess.RULES, "", String.valueOf(unreadable.getMessage()), ""));
            return;
        }
        for (DecisionTable rows : model.getModelElementsByType(DecisionTable.class)) {
            for (Rule row : new TableRows(rows).rows()) {
                TableRows.firstCondition(row).forEach(name -> read(file, row, name, table));
            }
        }
    }

    // asked as a starting clock will ask, so that whatever would fail then is found now
    private void read(String file, Rule row, String name, ClockRuleTable table) {
        if (!names.add(name)) {
            findings.add(ModelFinding.of(file, row, "the clock '" + name + "' has two rows", "keep one"));
            return;
        }
        try {
            table.find(name).ifPresent(rule -> rules.put(name, rule));
        } catch (IllegalArgumentException | DmnEngineException wrong) {
            findings.add(ModelFinding.of(file, row, "the clock '" + name + "': " + wrong.getMessage(), ""));
        }
    }
}
