package io.amends.audit;

import io.amends.casefile.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** Calls the answers that mark cases ({@code complaint-severity=S1}) as the tables of today call themselves and their columns. */
@Component
class DecisionAnswers {

    /** A cell that answers by a code, or by yes or no. */
    private static final Pattern CODE = Pattern.compile("\"\\S+\"|true|false");

    private final RepositoryService repository;

    DecisionAnswers(RepositoryService repository) {
        this.repository = repository;
    }

    /** As they are called now; each table is looked up once. */
    Today today() {
        return new Today();
    }

    /** The tables of one moment, for one reader. */
    final class Today {

        private final Map<String, Optional<Table>> tables = new HashMap<>();

        private Today() {}

        /** Name of a table to its marks among these, each with its words: {@code Complaint severity} to {@code Complaint severity: S1}. */
        Map<String, Map<String, String>> byTable(Collection<String> marks) {
            Map<String, Map<String, String>> answers = new LinkedHashMap<>();
            marks.forEach(mark -> answers.computeIfAbsent(name(mark), name -> new LinkedHashMap<>())
                    .put(mark, words(mark)));
            return answers;
        }

        /** {@code Complaint severity: S1}, with a semicolon between two. */
        String text(Collection<String> marks) {
            return marks.stream().map(this::words).collect(Collectors.joining("; "));
        }

        private String name(String mark) {
            return table(mark).map(Table::name).orElseGet(() -> Words.label(key(mark)));
        }

        /** With the column where the table has several that decide. */
        private String words(String mark) {
            String answer = mark.substring(mark.indexOf('=') + 1);
            String column = table(mark).map(table -> table.column(answer)).orElse("");
            return name(mark) + (column.isEmpty() ? "" : ", " + column) + ": " + said(answer);
        }

        private Optional<Table> table(String mark) {
            return tables.computeIfAbsent(key(mark), DecisionAnswers.this::read);
        }
    }

    private static String key(String mark) {
        return mark.substring(0, mark.indexOf('='));
    }

    private static String said(String answer) {
        return switch (answer) {
            case "true" -> "yes";
            case "false" -> "no";
            default -> Words.spoken(answer);
        };
    }

    private Optional<Table> read(String key) {
        return Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .map(this::read);
    }

    private Table read(DecisionDefinition definition) {
        Decision model = repository.getDmnModelInstance(definition.getId()).getModelElementById(definition.getKey());
        Map<String, List<String>> columns = new LinkedHashMap<>();
        if (model != null && model.getExpression() instanceof DecisionTable table) {
            List<Output> outputs = List.copyOf(table.getOutputs());
            for (int n = 0; n < outputs.size(); n++) {
                String name = outputs.get(n).getName();
                int column = n;
                List<String> cells = table.getRules().stream()
                        .map(rule -> cell(rule, column))
                        .toList();
                if (name != null
                        && !DecisionMark.isUnit(name)
                        && cells.stream().anyMatch(cell -> CODE.matcher(cell).matches())) {
                    columns.put(label(outputs.get(n)), cells);
                }
            }
        }
        String name = definition.getName();
        return new Table(name == null || name.isBlank() ? Words.label(definition.getKey()) : name, columns);
    }

    private static String label(Output output) {
        return output.getLabel() == null || output.getLabel().isBlank()
                ? Words.label(output.getName())
                : output.getLabel().strip();
    }

    private static String cell(Rule rule, int column) {
        OutputEntry entry = List.copyOf(rule.getOutputEntries()).get(column);
        return entry.getText() == null ? "" : entry.getText().getTextContent().strip();
    }

    /** @param columns that answer by codes, each with its cells */
    private record Table(String name, Map<String, List<String>> columns) {

        /** Which column says so; blank where there is but one, or no row says so today. */
        String column(String answer) {
            return columns.size() < 2
                    ? ""
                    : columns.entrySet().stream()
                            .filter(it -> it.getValue().contains(answer)
                                    || it.getValue().contains("\"" + answer + "\""))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .map(it -> it.toLowerCase(Locale.ROOT))
                            .orElse("");
        }
    }
}
