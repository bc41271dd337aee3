package io.amends.modeling;

import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.runtime.ConditionEvaluationBuilder;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.runtime.RestartProcessInstanceBuilder;
import org.jspecify.annotations.Nullable;

/** The engine's runtime service, of which every way to start a process leads through the start form. */
final class GuardedRuntimeService extends RuntimeServiceImpl {

    private final StartDoor door;

    GuardedRuntimeService(StartDoor door) {
        this.door = door;
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(@Nullable String processDefinitionId) {
        return new GuardedStart(door, commandExecutor, processDefinitionId, null);
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(@Nullable String processDefinitionKey) {
        return new GuardedStart(door, commandExecutor, null, processDefinitionKey);
    }

    @Override
    public MessageCorrelationBuilder createMessageCorrelation(String messageName) {
        return new GuardedCorrelation(door, commandExecutor, messageName);
    }

    @Override
    public ConditionEvaluationBuilder createConditionEvaluation() {
        onlyAdministrators();
        return super.createConditionEvaluation();
    }

    @Override
    public RestartProcessInstanceBuilder restartProcessInstances(String processDefinitionId) {
        onlyAdministrators();
        return super.restartProcessInstances(processDefinitionId);
    }

    private void onlyAdministrators() {
        WorkRules.onlyAdministrators(door.caller(commandExecutor), "a case starts by its form");
    }
}
