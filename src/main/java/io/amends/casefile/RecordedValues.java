package io.amends.casefile;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** Every value of a case under its variable's name, as the engine keeps it: what programs read where people read words. */
final class RecordedValues {

    private RecordedValues() {}

    /** @param all changes of the case, oldest first */
    static List<CaseRecord.VariableValue> of(CaseRun run, List<HistoricVariableUpdate> all) {
        Map<String, HistoricActivityInstance> activities = run.activitiesById();
        return all.stream()
                .map(update ->
                        value(update, activities.get(Objects.requireNonNullElse(update.getActivityInstanceId(), ""))))
                .toList();
    }

    private static CaseRecord.VariableValue value(
            HistoricVariableUpdate update, @Nullable HistoricActivityInstance step) {
        return new CaseRecord.VariableValue(
                update.getTime().toInstant(),
                update.getVariableName(),
                update.getTypeName(),
                kept(update.getTypedValue()),
                update.getProcessInstanceId(),
                step == null ? null : step.getActivityId());
    }

    private static @Nullable String kept(@Nullable TypedValue value) {
        if (value instanceof SerializableValue serialized) {
            // an empty list keeps its brackets
            return Objects.requireNonNullElse(serialized.getValueSerialized(), CaseTables.MARKER);
        }
        Object plain = value == null ? null : value.getValue();
        return plain == null
                ? null
                : plain instanceof Date moment ? moment.toInstant().toString() : plain.toString();
    }
}
