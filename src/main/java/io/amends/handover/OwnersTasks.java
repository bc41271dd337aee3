package io.amends.handover;

import io.amends.modeling.AsTheHouse;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The open tasks of a case that its owner has. */
@Component
class OwnersTasks {

    /** How a diagram says that a task is the owner's. */
    private static final String OWNERS = "${owner}";

    private final TaskService tasks;
    private final RepositoryService repository;
    private final AsTheHouse house;

    OwnersTasks(TaskService tasks, RepositoryService repository, AsTheHouse house) {
        this.tasks = tasks;
        this.repository = repository;
        this.house = house;
    }

    /** What a diagram gives to the owner goes to the new one; what the old one had taken from a group goes back to it. */
    void move(String caseNumber, String from, String to) {
        house.run(() -> {
            open(caseNumber, from).forEach(task -> tasks.setAssignee(task.getId(), isTheOwners(task) ? to : null));
            return caseNumber;
        });
    }

    private List<Task> open(String caseNumber, String owner) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskAssignee(owner)
                .list();
    }

    private boolean isTheOwners(Task task) {
        UserTask drawn = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return drawn != null && OWNERS.equals(drawn.getCamundaAssignee());
    }
}
