package io.amends.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** Every value that a process of a case was given, as the engine's history keeps them. */
@Component
class CaseUpdates {

    private final HistoryService history;
    private final CaseTables register;

    CaseUpdates(HistoryService history, CaseTables register) {
        this.history = history;
        this.register = register;
    }

    /** Oldest first. */
    List<HistoricVariableUpdate> of(CaseRun run) {
        if (run.processes().isEmpty()) {
            return List.of();
        }
        return history
                .createHistoricDetailQuery()
                .variableUpdates()
                .processInstanceIdIn(run.processes().stream()
                        .map(HistoricProcessInstance::getId)
                        .toArray(String[]::new))
                .disableCustomObjectDeserialization()
                .list()
                .stream()
                .map(HistoricVariableUpdate.class::cast)
                .filter(CaseUpdates::ofTheWholeProcess)
                .sorted(Comparator.comparing(HistoricVariableUpdate::getTime)
                        .thenComparing(HistoricVariableUpdate::getRevision))
                .toList();
    }

    /** The value as text; words that are kept as bytes lose them when they are erased. */
    String value(HistoricVariableUpdate update) {
        TypedValue value = update.getTypedValue();
        boolean erased = value instanceof SerializableValue kept
                && kept.getValueSerialized() == null
                && register.words().contains(update.getVariableName());
        return erased ? CaseTables.MARKER : Words.value(value);
    }

    /** What a step is handed to work with, such as the name of a letter, is no fact of the case. */
    private static boolean ofTheWholeProcess(HistoricVariableUpdate update) {
        return update.getTaskId() == null && Objects.equals(update.getExecutionId(), update.getProcessInstanceId());
    }
}
