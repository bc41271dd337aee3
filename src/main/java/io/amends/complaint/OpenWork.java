package io.amends.complaint;

import io.amends.casefile.CaseVariables;
import io.amends.casefile.RunningCase;
import io.amends.modeling.AsTheHouse;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Lets the open work of a case follow a new severity in the same transaction; its due dates follow the clocks (C-3). */
@Component
class OpenWork {

    private final RunningCase running;
    private final TaskService tasks;
    private final AsTheHouse house;

    OpenWork(RunningCase running, TaskService tasks, AsTheHouse house) {
        this.running = running;
        this.tasks = tasks;
        this.house = house;
    }

    void follow(String caseNumber, String severity, int priority) {
        running.tell(
                caseNumber, Map.of(CaseVariables.SEVERITY.name(), severity, CaseVariables.PRIORITY.name(), priority));
        house.run(() -> {
            tasks.createTaskQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .list()
                    .forEach(task -> tasks.setPriority(task.getId(), priority));
            return caseNumber;
        });
    }
}
