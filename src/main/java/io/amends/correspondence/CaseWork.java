package io.amends.correspondence;

import io.amends.modeling.AsTheHouse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open tasks that a letter can speak of. */
@Component
public class CaseWork {

    private final TaskService tasks;
    private final AsTheHouse house;

    CaseWork(TaskService tasks, AsTheHouse house) {
        this.tasks = tasks;
        this.house = house;
    }

    /** The oldest open task that hangs on this clock of the case. */
    public Optional<Task> onClock(String caseNumber, @Nullable String clock) {
        return clock == null
                ? Optional.empty()
                : house.run(() -> tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .taskVariableValueEquals("clock", clock)
                        .orderByTaskCreateTime()
                        .asc()
                        .listPage(0, 1)
                        .stream()
                        .findFirst());
    }

    /** What this person has to do on the case, oldest first. */
    public List<Task> of(String caseNumber, String userId) {
        return house.run(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskAssignee(userId)
                .orderByTaskCreateTime()
                .asc()
                .list());
    }

    /** Groups whose members may take the task. */
    public List<String> groupsOf(Task task) {
        return house.run(() -> tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList());
    }
}
