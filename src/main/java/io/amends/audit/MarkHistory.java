package io.amends.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;

/** Marks cases with the groups and the decisions that the engine writes into its history, in the same transaction (ADR 100). */
final class MarkHistory implements HistoryEventHandler {

    private final Supplier<CaseMarks> marks;

    MarkHistory(Supplier<CaseMarks> marks) {
        this.marks = marks;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricIdentityLinkLogEventEntity link) {
            group(link);
        } else if (event instanceof HistoricDecisionEvaluationEvent evaluated) {
            decision(evaluated.getRootHistoricDecisionInstance());
            evaluated.getRequiredHistoricDecisionInstances().forEach(this::decision);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private void group(HistoricIdentityLinkLogEventEntity link) {
        if (IdentityLinkType.CANDIDATE.equals(link.getType())
                && "add".equals(link.getOperationType())
                && link.getTaskId() != null
                && link.getGroupId() != null) {
            String caseNumber = caseOf(link.getRootProcessInstanceId());
            if (caseNumber != null) {
                marks.get().add(caseNumber, MarkKind.GROUP, link.getGroupId());
            }
        }
    }

    private void decision(HistoricDecisionInstance decision) {
        String caseNumber = caseOf(decision.getProcessInstanceId());
        if (caseNumber == null) {
            return;
        }
        Set<String> answered = new HashSet<>();
        decision.getOutputs().forEach(output -> answered.add(output.getVariableName()));
        for (HistoricDecisionOutputInstance output : decision.getOutputs()) {
            String mark = DecisionMark.of(
                    decision.getDecisionDefinitionKey(),
                    output.getVariableName(),
                    output.getValue(),
                    answered.size() == 1);
            if (mark != null) {
                marks.get().add(caseNumber, MarkKind.DECISION, mark);
            }
        }
    }

    /** Each process of a case has its number as business key; what decides outside of any process decides about no case. */
    private static @Nullable String caseOf(@Nullable String processInstanceId) {
        CommandContext command = Context.getCommandContext();
        if (command == null || processInstanceId == null) {
            return null;
        }
        ExecutionEntity process = command.getExecutionManager().findExecutionById(processInstanceId);
        return process == null ? null : process.getBusinessKey();
    }
}
