package io.amends.casefile;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** As the engine makes them: key, version, a number of its own. */
    private static final Pattern DEFINITION = Pattern.compile("[^:]+:(\\d{1,9}):[^:]+");

    Map<String, HistoricActivityInstance> activitiesById() {
        Map<String, HistoricActivityInstance> byId = new HashMap<>();
        activities.forEach(activity -> byId.put(activity.getId(), activity));
        return byId;
    }

    /** When its first process began; long ago where none has yet. */
    Instant began() {
        return processes.stream()
                .map(process -> process.getStartTime().toInstant())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
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

    /** The version that a process began on, where it was moved to another one: the steps that were over by then keep it. */
    @Nullable
    Integer movedFrom(HistoricProcessInstance process) {
        return activities.stream()
                .filter(activity -> activity.getProcessInstanceId().equals(process.getId()))
                .min(Comparator.comparing(HistoricActivityInstance::getStartTime)
                        .thenComparing(activity -> activity.getEndTime() == null))
                .map(HistoricActivityInstance::getProcessDefinitionId)
                .filter(id -> !id.equals(process.getProcessDefinitionId()))
                .map(DEFINITION::matcher)
                .filter(Matcher::matches)
                .map(id -> Integer.valueOf(id.group(1)))
                .orElse(null);
    }

    static String name(HistoricProcessInstance process) {
        String name = process.getProcessDefinitionName();
        return name == null || name.isBlank() ? Words.label(process.getProcessDefinitionKey()) : name;
    }
}
