package io.amends.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.springframework.stereotype.Component;

/** What tables decided on a case, as the engine's history keeps it. */
@Component
class CaseDecisions {

    private final HistoryService history;

    CaseDecisions(HistoryService history) {
        this.history = history;
    }

    /**
     * One that a table made.
     *
     * @param at the same moment for all that were asked at once
     * @param turn see {@link TimelineEntry}
     */
    record Made(HistoricDecisionInstance decision, Instant at, long turn) {}

    /** Oldest first; a table stands after those that it asked. */
    List<Made> of(CaseRun run) {
        return run.activities().stream()
                .filter(activity -> "businessRuleTask".equals(activity.getActivityType()))
                .map(HistoricActivityInstance::getProcessInstanceId)
                .distinct()
                .flatMap(this::decisions)
                .sorted(Comparator.comparing(Made::at).thenComparingLong(Made::turn))
                .toList();
    }

    private Stream<Made> decisions(String processInstanceId) {
        Collection<List<HistoricDecisionInstance>> asked = history
                .createHistoricDecisionInstanceQuery()
                .processInstanceId(processInstanceId)
                .includeInputs()
                .includeOutputs()
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        it -> Objects.requireNonNullElse(it.getRootDecisionInstanceId(), it.getId()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
        return asked.stream().flatMap(CaseDecisions::together);
    }

    /** The engine writes down the table that was asked for before those that it asked in turn. */
    private static Stream<Made> together(List<HistoricDecisionInstance> asked) {
        Instant at = asked.stream()
                .map(it -> it.getEvaluationTime().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        long last = asked.stream().mapToLong(it -> Turn.of(it.getId())).max().orElse(0);
        return asked.stream()
                .sorted(Comparator.comparing(it -> it.getRootDecisionInstanceId() == null))
                .map(it -> new Made(
                        it, at, it.getRootDecisionInstanceId() == null ? last : Math.min(last, Turn.of(it.getId()))));
    }
}
