package io.amends.casefile;

import io.amends.modeling.AsTheHouse;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that runs for a case at this moment: its main process and all that it called. */
@Component
public class RunningCase {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AsTheHouse house;

    RunningCase(RuntimeService runtime, TaskService tasks, AsTheHouse house) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.house = house;
    }

    /** Lets every running process of the case know what became of facts that all of them were started with. */
    public void tell(String caseNumber, Map<String, ? extends @Nullable Object> facts) {
        house.run(() -> {
            for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .list()) {
                runtime.setVariables(instance.getId(), facts);
            }
            return caseNumber;
        });
    }

    /** Lets the open work of a case follow a new severity in the same transaction; its due dates follow the clocks (C-3, M-2). */
    public void becomes(String caseNumber, String severity, int priority) {
        tell(caseNumber, Map.of(CaseVariables.SEVERITY.name(), severity, CaseVariables.PRIORITY.name(), priority));
        house.run(() -> {
            tasks.createTaskQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .list()
                    .forEach(task -> tasks.setPriority(task.getId(), priority));
            return caseNumber;
        });
    }
}
