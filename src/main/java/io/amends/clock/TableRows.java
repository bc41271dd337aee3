package io.amends.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/** A decision table as it is written, cell by cell; what a cell works out is not looked into. */
record TableRows(DecisionTable table) {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    List<Rule> rows() {
        return List.copyOf(table.getRules());
    }

    List<String> columns() {
        return table.getOutputs().stream().map(Output::getName).toList();
    }

    boolean hasColumn(String column) {
        return columns().contains(column);
    }

    /** What the cell says; nothing for an empty one. */
    Optional<String> cell(Rule row, String column) {
        int index = columns().indexOf(column);
        return index < 0
                ? Optional.empty()
                : text(List.copyOf(row.getOutputEntries()).get(index).getText());
    }

    /** The words in quotation marks of a cell. */
    List<String> words(Rule row, String column) {
        return cell(row, column).map(TableRows::quoted).orElse(List.of());
    }

    /** The words in quotation marks of the first condition. */
    static List<String> firstCondition(Rule row) {
        return row.getInputEntries().stream()
                .findFirst()
                .flatMap(entry -> text(entry.getText()))
                .map(TableRows::quoted)
                .orElse(List.of());
    }

    private static Optional<String> text(@Nullable Text text) {
        return Optional.ofNullable(text)
                .map(Text::getTextContent)
                .map(String::trim)
                .filter(it -> !it.isEmpty());
    }

    private static List<String> quoted(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }
}
