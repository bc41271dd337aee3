package io.amends.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Everything that ran for one case: its main process and all that it called, oldest first.
 *
 * @param operations what signed-in people did through the engine
 */
record CaseRun(
        CaseFile file,
        List<HistoricProcessInstance> processes,
        List<HistoricActivityInstance> activities,
        List<HistoricTaskInstance> tasks,
        List<UserOperationLogEntry> operations) {

    Map<String, HistoricActivityInstance> activitiesById() {
        Map<String, HistoricActivityInstance> byId = new HashMap<>();
        activities.forEach(activity -> byId.put(activity.getId(), activity));
        return byId;
    }

    String processName(@Nullable String processInstanceId) {
        return processes.stream()
                .filter(process -> process.getId().equals(processInstanceId))
                .findFirst()
                .map(CaseRun::name)
                .orElse("");
    }

    /** Whoever did this to a task, as the operation log knows it. */
    Optional<String> whoDid(String operation, @Nullable String taskId) {
        return operations.stream()
                .filter(entry -> operation.equals(entry.getOperationType())
                        && taskId != null
                        && taskId.equals(entry.getTaskId()))
                .map(UserOperationLogEntry::getUserId)
                .filter(user -> user != null)
                .findFirst();
    }

    static String name(HistoricProcessInstance process) {
        String name = process.getProcessDefinitionName();
        return name == null || name.isBlank() ? Words.label(process.getProcessDefinitionKey()) : name;
    }
}
