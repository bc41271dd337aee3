package io.amends.modeling;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A word that a table answers with; what a cell works out is none.
 *
 * @param column name of the output, blank where it has none
 * @param cell where it stands
 */
public record TableWord(String file, String column, String word, ModelElementInstance cell) {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    static Stream<TableWord> of(String file, DmnModelInstance model) {
        return model.getModelElementsByType(DecisionTable.class).stream().flatMap(table -> {
            List<String> columns = table.getOutputs().stream()
                    .map(Output::getName)
                    .map(name -> Objects.requireNonNullElse(name, ""))
                    .toList();
            return table.getRules().stream().flatMap(row -> of(file, columns, row));
        });
    }

    private static Stream<TableWord> of(String file, List<String> columns, Rule row) {
        List<OutputEntry> cells = List.copyOf(row.getOutputEntries());
        return IntStream.range(0, Math.min(cells.size(), columns.size()))
                .boxed()
                .flatMap(i -> {
                    Matcher word = QUOTED.matcher(cells.get(i).getTextContent().strip());
                    return word.matches()
                            ? Stream.of(new TableWord(file, columns.get(i), word.group(1), cells.get(i)))
                            : Stream.empty();
                });
    }
}
