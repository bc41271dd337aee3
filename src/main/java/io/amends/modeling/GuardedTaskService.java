package io.amends.modeling;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's task service behind the check of who works on a task and what was entered. */
final class GuardedTaskService extends TaskServiceImpl {

    private final TaskDoor door;

    GuardedTaskService(TaskDoor door) {
        this.door = door;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        door.finish(taskId, variables, commandExecutor, checked -> {
            super.complete(taskId, checked);
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
        return door.finish(
                taskId,
                variables,
                commandExecutor,
                checked -> super.completeWithVariablesInReturn(taskId, checked, deserializeValues));
    }

    @Override
    public void resolveTask(String taskId) {
        resolveTask(taskId, null);
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        door.resolve(taskId, variables, commandExecutor, checked -> super.resolveTask(taskId, checked));
    }

    @Override
    public void claim(String taskId, @Nullable String userId) {
        door.work(
                taskId,
                commandExecutor,
                (caller, task) -> WorkRules.mayClaim(caller, task, userId),
                () -> super.claim(taskId, userId));
    }

    @Override
    public void setAssignee(String taskId, @Nullable String userId) {
        door.work(
                taskId,
                commandExecutor,
                (caller, task) -> WorkRules.mayAssign(caller, task, userId, door.groupsOf(userId, commandExecutor)),
                userId == null ? () -> giveBack(taskId) : () -> super.setAssignee(taskId, userId));
    }

    // the rules have decided; the engine would ask for the right to assign tasks to others
    private void giveBack(String taskId) {
        commandExecutor.execute(
                command -> command.runWithoutAuthorization(() -> new AssignTaskCmd(taskId, null).execute(command)));
    }

    @Override
    public void delegateTask(String taskId, @Nullable String userId) {
        door.work(
                taskId,
                commandExecutor,
                (caller, task) -> WorkRules.mayDelegate(caller, task, userId, door.groupsOf(userId, commandExecutor)),
                () -> super.delegateTask(taskId, userId));
    }

    @Override
    public void setOwner(String taskId, @Nullable String userId) {
        door.work(
                taskId,
                commandExecutor,
                (caller, task) -> WorkRules.mayDelegate(caller, task, userId, door.groupsOf(userId, commandExecutor)),
                () -> super.setOwner(taskId, userId));
    }

    @Override
    public void saveTask(Task changed) {
        door.work(
                changed.getId(),
                commandExecutor,
                (caller, task) -> maySave(caller, task, changed),
                () -> super.saveTask(changed));
    }

    private void maySave(Caller caller, TaskSheet task, Task changed) {
        String assignee = changed.getAssignee();
        if (!Objects.equals(assignee, task.assignee())) {
            WorkRules.mayAssign(caller, task, assignee, door.groupsOf(assignee, commandExecutor));
        }
        String owner = changed.getOwner();
        if (!Objects.equals(owner, task.owner()) || !Objects.equals(changed.getDelegationState(), task.delegation())) {
            WorkRules.mayDelegate(caller, task, owner, door.groupsOf(owner, commandExecutor));
        }
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        handleBpmnError(taskId, errorCode, null, null);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, @Nullable String errorMessage) {
        handleBpmnError(taskId, errorCode, errorMessage, null);
    }

    @Override
    public void handleBpmnError(
            String taskId, String errorCode, @Nullable String errorMessage, @Nullable Map<String, Object> variables) {
        notAroundTheForm(taskId, () -> super.handleBpmnError(taskId, errorCode, errorMessage, variables));
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        handleEscalation(taskId, escalationCode, null);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, @Nullable Map<String, Object> variables) {
        notAroundTheForm(taskId, () -> super.handleEscalation(taskId, escalationCode, variables));
    }

    private void notAroundTheForm(String taskId, Runnable ending) {
        door.work(
                taskId,
                commandExecutor,
                (caller, task) -> WorkRules.onlyAdministrators(caller, "a task ends by its form"),
                ending);
    }

    @Override
    protected void setVariables(String taskId, Map<String, ? extends Object> variables, boolean local) {
        onlyByForm();
        super.setVariables(taskId, variables, local);
    }

    @Override
    protected void updateVariables(
            String taskId, Map<String, ? extends Object> modifications, Collection<String> deletions, boolean local) {
        onlyByForm();
        super.updateVariables(taskId, modifications, deletions, local);
    }

    @Override
    public void removeVariable(String taskId, String variableName) {
        onlyByForm();
        super.removeVariable(taskId, variableName);
    }

    @Override
    public void removeVariableLocal(String taskId, String variableName) {
        onlyByForm();
        super.removeVariableLocal(taskId, variableName);
    }

    @Override
    public void removeVariables(String taskId, Collection<String> variableNames) {
        onlyByForm();
        super.removeVariables(taskId, variableNames);
    }

    @Override
    public void removeVariablesLocal(String taskId, Collection<String> variableNames) {
        onlyByForm();
        super.removeVariablesLocal(taskId, variableNames);
    }

    private void onlyByForm() {
        WorkRules.onlyAdministrators(door.caller(commandExecutor), "what a task knows is entered by its form");
    }

    @Override
    public void addUserIdentityLink(String taskId, String userId, String identityLinkType) {
        onlyByModel();
        super.addUserIdentityLink(taskId, userId, identityLinkType);
    }

    @Override
    public void addGroupIdentityLink(String taskId, String groupId, String identityLinkType) {
        onlyByModel();
        super.addGroupIdentityLink(taskId, groupId, identityLinkType);
    }

    @Override
    public void addCandidateUser(String taskId, String userId) {
        onlyByModel();
        super.addCandidateUser(taskId, userId);
    }

    @Override
    public void addCandidateGroup(String taskId, String groupId) {
        onlyByModel();
        super.addCandidateGroup(taskId, groupId);
    }

    @Override
    public void deleteUserIdentityLink(String taskId, String userId, String identityLinkType) {
        onlyByModel();
        super.deleteUserIdentityLink(taskId, userId, identityLinkType);
    }

    @Override
    public void deleteGroupIdentityLink(String taskId, String groupId, String identityLinkType) {
        onlyByModel();
        super.deleteGroupIdentityLink(taskId, groupId, identityLinkType);
    }

    @Override
    public void deleteCandidateUser(String taskId, String userId) {
        onlyByModel();
        super.deleteCandidateUser(taskId, userId);
    }

    @Override
    public void deleteCandidateGroup(String taskId, String groupId) {
        onlyByModel();
        super.deleteCandidateGroup(taskId, groupId);
    }

    private void onlyByModel() {
        WorkRules.onlyAdministrators(door.caller(commandExecutor), "the model says whose task it is");
    }
}
