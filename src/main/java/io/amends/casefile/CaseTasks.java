package io.amends.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Finds the task that a letter speaks of. */
@Component
class CaseTasks {

    private static final String CLOCK = "clock";
    private static final String ROLE = "role";

    private final TaskService tasks;
    private final CaseEngine engine;

    CaseTasks(TaskService tasks, CaseEngine engine) {
        this.tasks = tasks;
        this.engine = engine;
    }

    /**
     * Id of the open task of that kind: the reader's own first, then one for the reader's groups, then the oldest.
     *
     * @param clock that it hangs on, or empty for any
     * @param role that it is for, or empty for any
     */
    Optional<String> open(String caseNumber, String kind, String clock, String role, Reader reader) {
        return engine.unchecked(() -> {
            List<Task> open = tasks.createTaskQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .taskDefinitionKey(kind)
                    .orderByTaskCreateTime()
                    .asc()
                    .list();
            return open.stream()
                    .filter(task -> has(task, CLOCK, clock) && has(task, ROLE, role))
                    .min(Comparator.comparingInt(task -> distance(task, reader)))
                    .map(Task::getId);
        });
    }

    private boolean has(Task task, String variable, String value) {
        return value.isEmpty() || value.equals(tasks.getVariable(task.getId(), variable));
    }

    private int distance(Task task, Reader reader) {
        if (reader.userId().equals(task.getAssignee())) {
            return 0;
        }
        boolean forGroup = task.getAssignee() == null
                && tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .anyMatch(reader.groups()::contains);
        return forGroup ? 1 : 2;
    }
}
