package io.amends.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/**
 * One decision as it stands in a file.
 *
 * @param outputs labels by the names that the answers are kept under, in their order
 * @param rows by id
 * @param inOrder whether the order of several answers tells something
 */
record Sheet(Map<String, String> outputs, Map<String, Row> rows, boolean inOrder) {

    /** @param name a variable, or what is worked out of some */
    record Asked(String name, String label, String type) {}

    /**
     * @param number as people count
     * @param note what its author wrote beside it
     */
    record Row(int number, String note) {}

    static Optional<Sheet> of(DmnModelInstance model, String key) {
        return model.getModelElementById(key) instanceof Decision decision
                ? Optional.of(of(decision))
                : Optional.empty();
    }

    private static Sheet of(Decision decision) {
        Map<String, String> outputs = new LinkedHashMap<>();
        Map<String, Row> rows = new LinkedHashMap<>();
        boolean inOrder = true;
        if (decision.getUniqueChildElementByType(DecisionTable.class) instanceof DecisionTable table) {
            for (Output output : table.getOutputs()) {
                String name = words(output.getName());
                outputs.put(name, label(output.getLabel(), name));
            }
            List<Rule> all = new ArrayList<>(table.getRules());
            for (int n = 0; n < all.size(); n++) {
                Rule rule = all.get(n);
                rows.put(
                        rule.getId(),
                        new Row(
                                n + 1,
                                rule.getDescription() == null
                                        ? ""
                                        : words(rule.getDescription().getTextContent())));
            }
            inOrder = table.getHitPolicy() != HitPolicy.COLLECT;
        }
        return new Sheet(outputs, rows, inOrder);
    }

    /** Numbers of rows, such as {@code 3, 5}; a row that is not there goes by its id. */
    String numbers(List<String> ids) {
        return ids.stream()
                .map(id -> {
                    Row row = rows.get(id);
                    return row == null ? id : String.valueOf(row.number());
                })
                .collect(Collectors.joining(", "));
    }

    static Asked asked(Input input) {
        InputExpression asked = input.getInputExpression();
        String name = asked == null ? "" : text(asked.getText());
        return new Asked(name, label(input.getLabel(), name), asked == null ? "" : words(asked.getTypeRef()));
    }

    static String text(@Nullable Text text) {
        return text == null ? "" : words(text.getTextContent());
    }

    private static String label(@Nullable String label, String otherwise) {
        return words(label).isEmpty() ? otherwise : words(label);
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
