package io.amends.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Expression;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decisions with the tables that made them, each in its version. */
@Component
class RecordedDecisions {

    private final CaseDecisions made;
    private final RepositoryService repository;

    RecordedDecisions(CaseDecisions made, RepositoryService repository) {
        this.made = made;
        this.repository = repository;
    }

    Decided of(CaseRun run) {
        Map<String, HistoricActivityInstance> activities = run.activitiesById();
        Map<String, CaseRecord.Table> tables = new LinkedHashMap<>();
        List<CaseRecord.Decision> decisions = new ArrayList<>();
        made.of(run).forEach(one -> {
            HistoricDecisionInstance decision = one.decision();
            CaseRecord.Table table = tables.computeIfAbsent(decision.getDecisionDefinitionId(), this::table);
            decisions.add(decision(
                    decision,
                    one.at(),
                    table,
                    activities.get(Objects.requireNonNullElse(decision.getActivityInstanceId(), ""))));
        });
        return new Decided(List.copyOf(tables.values()), decisions);
    }

    private static CaseRecord.Decision decision(
            HistoricDecisionInstance decision,
            Instant at,
            CaseRecord.Table table,
            @Nullable HistoricActivityInstance step) {
        Map<String, Integer> numbers = new HashMap<>();
        table.rows().forEach(row -> numbers.put(row.id(), row.number()));
        List<CaseRecord.Answer> answered = decision.getOutputs().stream()
                .map(it -> new CaseRecord.Answer(
                        Objects.requireNonNullElse(it.getClauseId(), ""),
                        Words.value((Object) Objects.requireNonNullElse(it.getClauseName(), it.getVariableName())),
                        Words.value(it.getTypedValue()),
                        it.getRuleId() == null ? null : numbers.get(it.getRuleId())))
                .sorted(Comparator.comparing(CaseRecord.Answer::row, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        Double together = decision.getCollectResultValue();
        return new CaseRecord.Decision(
                decision.getId(),
                at,
                decision.getProcessInstanceId(),
                step == null ? null : step.getActivityId(),
                step == null ? null : step.getActivityName(),
                table.id(),
                decision.getInputs().stream()
                        .map(it -> new CaseRecord.Value(
                                Objects.requireNonNullElse(it.getClauseId(), ""),
                                Words.value((Object) it.getClauseName()),
                                Words.value(it.getTypedValue())))
                        .toList(),
                answered,
                answered.stream()
                        .map(CaseRecord.Answer::row)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                together == null
                        ? null
                        : new BigDecimal(together.toString())
                                .stripTrailingZeros()
                                .toPlainString());
    }

    private CaseRecord.Table table(String definitionId) {
        DecisionDefinition definition = repository.getDecisionDefinition(definitionId);
        Decision model = repository.getDmnModelInstance(definitionId).getModelElementById(definition.getKey());
        if (model != null && model.getExpression() instanceof DecisionTable table) {
            return table(definition, table);
        }
        String expression = model != null && model.getExpression() instanceof LiteralExpression literal
                ? text(literal.getText())
                : "";
        return new CaseRecord.Table(
                definition.getId(),
                definition.getKey(),
                DecisionSource.name(definition),
                definition.getVersion(),
                "EXPRESSION",
                List.of(),
                List.of(),
                List.of(),
                expression);
    }

    private static CaseRecord.Table table(DecisionDefinition definition, DecisionTable table) {
        List<CaseRecord.Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            rows.add(new CaseRecord.Row(
                    rows.size() + 1,
                    rule.getId(),
                    cells(rule.getInputEntries()),
                    cells(rule.getOutputEntries()),
                    rule.getDescription() == null
                            ? null
                            : rule.getDescription().getTextContent().strip()));
        }
        HitPolicy policy = Objects.requireNonNullElse(table.getHitPolicy(), HitPolicy.UNIQUE);
        return new CaseRecord.Table(
                definition.getId(),
                definition.getKey(),
                DecisionSource.name(definition),
                definition.getVersion(),
                table.getAggregation() == null ? policy.name() : policy.name() + " " + table.getAggregation(),
                table.getInputs().stream().map(RecordedDecisions::column).toList(),
                table.getOutputs().stream().map(RecordedDecisions::column).toList(),
                rows,
                null);
    }

    private static CaseRecord.Column column(Input input) {
        Expression expression = input.getInputExpression();
        String asks = expression == null ? "" : text(expression.getChildElementsByType(Text.class));
        return new CaseRecord.Column(
                input.getId(), input.getLabel() == null || input.getLabel().isBlank() ? asks : input.getLabel(), asks);
    }

    private static CaseRecord.Column column(Output output) {
        String name = Objects.requireNonNullElse(output.getName(), "");
        return new CaseRecord.Column(
                output.getId(),
                output.getLabel() == null || output.getLabel().isBlank() ? name : output.getLabel(),
                name);
    }

    private static List<String> cells(Collection<? extends DmnElement> entries) {
        return entries.stream()
                .map(entry -> text(entry.getChildElementsByType(Text.class)))
                .toList();
    }

    private static String text(Collection<? extends ModelElementInstance> texts) {
        return texts.stream().findFirst().map(RecordedDecisions::text).orElse("");
    }

    private static String text(@Nullable ModelElementInstance text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    record Decided(List<CaseRecord.Table> tables, List<CaseRecord.Decision> decisions) {}
}
