package io.amends.modeling;

import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessInstanceModificationBuilderImpl;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.jspecify.annotations.Nullable;

/** A start through the runtime service: whoever is signed in fills in the same form as in the Tasklist. */
final class GuardedStart extends ProcessInstantiationBuilderImpl {

    private final StartDoor door;

    GuardedStart(
            StartDoor door,
            CommandExecutor executor,
            @Nullable String processDefinitionId,
            @Nullable String processDefinitionKey) {
        super(executor);
        this.door = door;
        this.processDefinitionId = processDefinitionId;
        this.processDefinitionKey = processDefinitionKey;
    }

    @Override
    public ProcessInstanceWithVariables executeWithVariablesInReturn(
            boolean skipCustomListeners, boolean skipIoMappings) {
        Caller caller = door.caller(commandExecutor);
        boolean elsewhere = !modificationBuilder.getModificationOperations().isEmpty();
        if (caller == null || (elsewhere && caller.administrator())) {
            return super.executeWithVariablesInReturn(skipCustomListeners, skipIoMappings);
        }
        if (elsewhere) {
            throw new FormRefusal("startInstructions", "are for administrators only");
        }
        StartSheet process = processDefinitionId != null
                ? door.byId(processDefinitionId, commandExecutor)
                : door.byKey(processDefinitionKey, commandExecutor);
        ProcessInstance started = door.submit(process, businessKey, getVariables(), commandExecutor, checked -> {
            replaceVariables(checked);
            return super.executeWithVariablesInReturn(skipCustomListeners, skipIoMappings);
        });
        return started instanceof ProcessInstanceWithVariables complete ? complete : new TakenIn(started);
    }

    private void replaceVariables(Map<String, Object> checked) {
        setModificationBuilder(new ProcessInstanceModificationBuilderImpl());
        setVariables(checked);
    }
}
