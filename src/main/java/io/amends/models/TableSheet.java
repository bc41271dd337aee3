package io.amends.models;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/**
 * A decision as people read it.
 *
 * @param policy which rows count, in words; empty for an expression
 * @param expression of one that is no table; empty for a table
 * @param needs names of the decisions that it asks first
 */
record TableSheet(
        String key,
        String name,
        String note,
        String policy,
        List<Column> columns,
        List<Row> rows,
        String expression,
        List<String> needs) {

    /**
     * A column.
     *
     * @param out whether it is an answer
     * @param expression what an input asks, or under which name an answer is kept
     */
    record Column(String id, boolean out, String label, String expression, String type) {

        Part part() {
            SortedMap<String, String> properties = new TreeMap<>();
            properties.put("label", label);
            properties.put(out ? "kept as" : "asks", expression);
            properties.put("values", type);
            return new Part(id, label, out ? "answer" : "input", properties, "");
        }
    }

    /** A row with one cell for each column. */
    record Row(String id, List<String> cells, String note) {}

    /** All decisions of a file that the guard has let pass, or would. */
    static List<TableSheet> of(byte[] file) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
        return model.getModelElementsByType(Decision.class).stream()
                .map(TableSheet::of)
                .toList();
    }

    static Optional<TableSheet> of(byte[] file, String key) {
        return of(file).stream().filter(table -> table.key().equals(key)).findFirst();
    }

    private static TableSheet of(Decision decision) {
        DecisionTable table =
                decision.getUniqueChildElementByType(DecisionTable.class) instanceof DecisionTable it ? it : null;
        LiteralExpression literal =
                decision.getUniqueChildElementByType(LiteralExpression.class) instanceof LiteralExpression it
                        ? it
                        : null;
        List<Column> columns = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        if (table != null) {
            table.getInputs().forEach(input -> columns.add(column(input)));
            table.getOutputs().forEach(output -> columns.add(column(output)));
            table.getRules().forEach(rule -> rows.add(row(rule)));
        }
        return new TableSheet(
                decision.getId(),
                text(decision.getName()),
                note(decision),
                table == null ? "" : policy(table),
                List.copyOf(columns),
                List.copyOf(rows),
                literal == null ? "" : text(literal.getText(), literal.getExpressionLanguage()),
                decision.getInformationRequirements().stream()
                        .map(it -> it.getRequiredDecision())
                        .filter(it -> it != null)
                        .map(it -> text(it.getName()))
                        .toList());
    }

    private static Column column(Input input) {
        var asked = input.getInputExpression();
        String expression = asked == null ? "" : text(asked.getText(), asked.getExpressionLanguage());
        String type = asked == null ? "" : text(asked.getTypeRef());
        return new Column(input.getId(), false, text(input.getLabel()), expression, type);
    }

    private static Column column(Output output) {
        return new Column(
                output.getId(), true, text(output.getLabel()), text(output.getName()), text(output.getTypeRef()));
    }

    private static Row row(Rule rule) {
        List<String> cells = new ArrayList<>();
        rule.getInputEntries().forEach(cell -> cells.add(text(cell.getText(), cell.getExpressionLanguage())));
        rule.getOutputEntries().forEach(cell -> cells.add(text(cell.getText(), cell.getExpressionLanguage())));
        return new Row(rule.getId(), List.copyOf(cells), note(rule));
    }

    private static String policy(DecisionTable table) {
        HitPolicy policy = table.getHitPolicy();
        return switch (policy == null ? HitPolicy.UNIQUE : policy) {
            case UNIQUE -> "one row at most fits";
            case FIRST -> "the first row that fits decides";
            case ANY -> "any row that fits decides, all say the same";
            case PRIORITY -> "the row with the most important answer decides";
            case RULE_ORDER -> "all rows that fit, in their order";
            case OUTPUT_ORDER -> "all rows that fit, by importance";
            case COLLECT ->
                table.getAggregation() == null
                        ? "all rows that fit"
                        : "all rows that fit, put together by "
                                + table.getAggregation().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String note(DmnElement element) {
        return element.getDescription() == null
                ? ""
                : text(element.getDescription().getTextContent());
    }

    /** With the language that it says it is written in, for the same words may mean something else in another. */
    private static String text(@Nullable Text text, @Nullable String language) {
        String words = text == null ? "" : text(text.getTextContent());
        return language == null || language.isBlank() ? words : words + " (in " + language.strip() + ")";
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** All of it but the rows, for a comparison. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        SortedMap<String, String> properties = new TreeMap<>();
        properties.put("name", name);
        properties.put("description", note);
        properties.put("hitPolicy", policy);
        properties.put("expression", expression);
        properties.put("asks first", String.join(", ", needs));
        parts.add(new Part(key, name, expression.isEmpty() ? "table" : "expression", properties, ""));
        columns.forEach(column -> parts.add(column.part()));
        return parts;
    }
}
