package io.amends.modeling;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;

/** Reads tasks for the checks, whatever the caller may see of them. */
final class TaskReader {

    private final FormLibrary forms;

    TaskReader(FormLibrary forms) {
        this.forms = forms;
    }

    /** Null when there is no such task. */
    @Nullable
    TaskSheet read(@Nullable String taskId, CommandContext command) {
        TaskEntity task = find(taskId, command);
        if (task == null) {
            return null;
        }
        Set<String> users = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (IdentityLink link : task.getCandidates()) {
            if (link.getGroupId() != null) {
                groups.add(link.getGroupId());
            } else {
                users.add(link.getUserId());
            }
        }
        return new TaskSheet(
                task.getId(),
                task.getAssignee(),
                task.getOwner(),
                task.getDelegationState(),
                users,
                groups,
                form(task, command));
    }

    /** Whether the task is there and still with this person, or still with nobody. */
    boolean isWith(@Nullable String assignee, String taskId, CommandContext command) {
        TaskEntity task = find(taskId, command);
        return task != null && Objects.equals(task.getAssignee(), assignee);
    }

    /** What the task can see. */
    Map<String, @Nullable Object> variables(String taskId, CommandContext command) {
        TaskEntity task = find(taskId, command);
        return task == null ? Map.of() : PlainValues.of(task.getVariablesTyped(false));
    }

    /** Business key of the task's process. */
    @Nullable
    String caseNumber(String taskId, CommandContext command) {
        TaskEntity task = find(taskId, command);
        ExecutionEntity process = task == null ? null : task.getProcessInstance();
        return process == null ? null : process.getBusinessKey();
    }

    private @Nullable FormSchema form(TaskEntity task, CommandContext command) {
        TaskDefinition definition = task.getTaskDefinition();
        return definition == null
                ? null
                : forms.find(definition.getTaskFormHandler().createTaskForm(task), command);
    }

    private static @Nullable TaskEntity find(@Nullable String taskId, CommandContext command) {
        return taskId == null ? null : command.getTaskManager().findTaskById(taskId);
    }
}
