package io.amends.casefile;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people did to the case beside its tasks: dates set, retries, a process modified, suspended, moved. */
@Component
@Order(60)
class OperationSource implements TimelineSource {

    /** Told elsewhere: completions by the tasks, starts by the steps, values by the changes, files by the talk. */
    private static final Set<String> TOLD = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_COMPLETE,
            UserOperationLogEntry.OPERATION_TYPE_CREATE,
            UserOperationLogEntry.OPERATION_TYPE_ADD_ATTACHMENT,
            UserOperationLogEntry.OPERATION_TYPE_DELETE_ATTACHMENT,
            UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLE,
            UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLES,
            UserOperationLogEntry.OPERATION_TYPE_MODIFY_VARIABLE);

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        return run.operations().stream()
                .filter(entry -> entry.getUserId() != null)
                .filter(entry -> !TOLD.contains(entry.getOperationType()) && !TaskSource.handsOver(entry))
                .map(entry -> entry(run, entry))
                .toList();
    }

    private static TimelineEntry entry(CaseRun run, UserOperationLogEntry entry) {
        String what = Words.label(entry.getOperationType());
        String property = entry.getProperty();
        return TimelineEntry.of(
                        entry.getTimestamp().toInstant(),
                        entry.getUserId(),
                        TimelineEntry.Kind.OPERATION,
                        property == null ? what : what + ": " + Words.label(property))
                .changing(entry.getOrgValue(), entry.getNewValue())
                .in(run.processName(entry.getProcessInstanceId()), null)
                .at(entry.getProcessInstanceId(), null)
                .inTurn(Turn.of(entry.getId()));
    }
}
