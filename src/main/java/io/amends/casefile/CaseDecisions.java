package io.amends.casefile;

import java.util.Comparator;
import java.util.List;
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

    /** Oldest first; a table stands after those that it asked. */
    List<HistoricDecisionInstance> of(CaseRun run) {
        return run.activities().stream()
                .filter(activity -> "businessRuleTask".equals(activity.getActivityType()))
                .map(HistoricActivityInstance::getProcessInstanceId)
                .distinct()
                .flatMap(this::decisions)
                .sorted(Comparator.comparing(HistoricDecisionInstance::getEvaluationTime))
                .toList();
    }

    private Stream<HistoricDecisionInstance> decisions(String processInstanceId) {
        return history
                .createHistoricDecisionInstanceQuery()
                .processInstanceId(processInstanceId)
                .includeInputs()
                .includeOutputs()
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .sorted(Comparator.comparing(decision -> decision.getRootDecisionInstanceId() == null));
    }
}
