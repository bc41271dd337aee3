package io.amends.inbox;

import io.amends.modeling.AsTheHouse;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The open tasks in which mails are sorted by hand. */
@Component
class SortTasks {

    private static final String TASK = "Task_SortMail";

    private final TaskService tasks;
    private final AsTheHouse house;

    SortTasks(TaskService tasks, AsTheHouse house) {
        this.tasks = tasks;
        this.house = house;
    }

    /** Id of the task in which a mail is sorted, whoever has it; empty once it is done. */
    Optional<String> open(String mailNumber) {
        return house.run(
                () -> tasks
                        .createTaskQuery()
                        .processInstanceBusinessKey(mailNumber)
                        .taskDefinitionKey(TASK)
                        .listPage(0, 1)
                        .stream()
                        .map(Task::getId)
                        .findFirst());
    }
}
