package io.amends.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which table decided, in which version, by which rule, from what. */
@Component
@Order(20)
class DecisionSource implements TimelineSource {

    private final CaseDecisions made;
    private final RepositoryService repository;

    DecisionSource(CaseDecisions made, RepositoryService repository) {
        this.made = made;
        this.repository = repository;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        Map<String, HistoricActivityInstance> activities = run.activitiesById();
        Map<String, DecisionDefinition> tables = new HashMap<>();
        return made.of(run).stream()
                .map(one -> entry(
                        run,
                        one,
                        tables.computeIfAbsent(
                                one.decision().getDecisionDefinitionId(), repository::getDecisionDefinition),
                        activities.get(Objects.requireNonNullElse(one.decision().getActivityInstanceId(), ""))))
                .toList();
    }

    private TimelineEntry entry(
            CaseRun run, CaseDecisions.Made one, DecisionDefinition table, @Nullable HistoricActivityInstance step) {
        HistoricDecisionInstance decision = one.decision();
        List<TimelineEntry.Detail> details = new ArrayList<>();
        details.add(new TimelineEntry.Detail("Table", table.getKey() + ", version " + table.getVersion()));
        for (HistoricDecisionInputInstance input : decision.getInputs()) {
            details.add(
                    new TimelineEntry.Detail("Asked: " + input.getClauseName(), Words.value(input.getTypedValue())));
        }
        for (HistoricDecisionOutputInstance output : decision.getOutputs()) {
            String name = Objects.requireNonNullElse(output.getClauseName(), output.getVariableName());
            details.add(new TimelineEntry.Detail("Answered: " + name, Words.value(output.getTypedValue())));
        }
        decision.getOutputs().stream()
                .map(HistoricDecisionOutputInstance::getRuleId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(rule -> details.add(new TimelineEntry.Detail("By rule", rule(table.getId(), rule))));
        return TimelineEntry.of(
                        one.at(),
                        decision.getUserId(),
                        TimelineEntry.Kind.DECISION,
                        "Decided by the table “" + name(table) + "”")
                .in(run.processName(decision.getProcessInstanceId()), step == null ? null : step.getActivityName())
                .at(decision.getProcessInstanceId(), step == null ? null : step.getActivityId())
                .with(details)
                .inTurn(one.turn());
    }

    /** Number of the row as people count them, and what its author wrote beside it. */
    private String rule(String definitionId, String ruleId) {
        ModelElementInstance element =
                repository.getDmnModelInstance(definitionId).getModelElementById(ruleId);
        if (!(element instanceof Rule rule)) {
            return ruleId;
        }
        List<Rule> rows = List.copyOf(rule.getParentElement().getChildElementsByType(Rule.class));
        String note = rule.getDescription() == null
                ? ""
                : ": " + rule.getDescription().getTextContent().strip();
        return "row " + (rows.indexOf(rule) + 1) + note;
    }

    static String name(DecisionDefinition table) {
        return table.getName() == null || table.getName().isBlank() ? Words.label(table.getKey()) : table.getName();
    }
}
