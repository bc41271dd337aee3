package io.amends.modeling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's form service: checks what is submitted and shows task forms the facts that the house looks up. */
final class GuardedFormService extends FormServiceImpl {

    private final TaskDoor tasks;
    private final StartDoor starts;
    private final Facts facts;

    GuardedFormService(TaskDoor tasks, StartDoor starts, Facts facts) {
        this.tasks = tasks;
        this.starts = starts;
        this.facts = facts;
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
        tasks.finish(taskId, properties, commandExecutor, checked -> {
            super.submitTaskForm(taskId, checked);
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> properties, boolean deserializeValues) {
        return tasks.finish(
                taskId,
                properties,
                commandExecutor,
                checked -> super.submitTaskFormWithVariablesInReturn(taskId, checked, deserializeValues));
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, @Nullable Map<String, String> properties) {
        return submitStartFormData(processDefinitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartFormData(
            String processDefinitionId, @Nullable String businessKey, @Nullable Map<String, String> properties) {
        return submitStartForm(
                processDefinitionId, businessKey, properties == null ? null : new HashMap<String, Object>(properties));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, @Nullable Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, @Nullable String businessKey, @Nullable Map<String, Object> properties) {
        if (Intake.underWay()) {
            return super.submitStartForm(processDefinitionId, businessKey, properties);
        }
        return starts.submit(
                starts.byId(processDefinitionId, commandExecutor),
                businessKey,
                properties,
                commandExecutor,
                checked -> super.submitStartForm(processDefinitionId, businessKey, checked));
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        InputStream form = super.getDeployedStartForm(processDefinitionId);
        Map<String, @Nullable Object> choices = starts.choices(processDefinitionId, commandExecutor);
        if (choices.isEmpty()) {
            return form;
        }
        try (form) {
            return new ByteArrayInputStream(ListedChoices.in(form.readAllBytes(), choices));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // the engine has a null pointer for a task that somebody has just finished
    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        if (commandExecutor.execute(command -> command.getTaskManager().findTaskById(taskId)) == null) {
            throw new NotFoundException("The task " + taskId + " is done already, or there never was one");
        }
        return super.getDeployedTaskForm(taskId);
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, @Nullable Collection<String> formVariables, boolean deserializeObjectValues) {
        // first, because it also checks that the caller may read them
        VariableMap variables = super.getTaskFormVariables(taskId, formVariables, deserializeObjectValues);
        facts.of(taskId, commandExecutor).forEach((name, fact) -> {
            if (formVariables == null || formVariables.contains(name)) {
                variables.put(name, PlainValues.asFormVariable(fact, deserializeObjectValues));
            }
        });
        return variables;
    }
}
