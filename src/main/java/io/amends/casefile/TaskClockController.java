package io.amends.casefile;

import io.amends.modeling.FormRefusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The clocks on the cards of the Tasklist. */
@RestController
@Tag(name = "Tasks")
class TaskClockController {

    private static final int MOST_TASKS = 50;

    private final TaskClocks clocks;

    TaskClockController(TaskClocks clocks) {
        this.clocks = clocks;
    }

    @GetMapping("/api/tasks/clocks")
    @Operation(
            summary = "The nearest clock of the case of each task, in words",
            description =
                    "At most 50 tasks. Tasks that are unknown, not yours to read or without any clock are left out;"
                            + " a task with a due date of its own has a second line. Words are Chinese or English, by Accept-Language.")
    List<TaskClock> clocks(@RequestParam List<String> ids, Locale language) {
        if (ids.isEmpty()) {
            throw new FormRefusal("ids", "is empty; name the ids of tasks, separated by commas");
        }
        if (ids.size() > MOST_TASKS) {
            throw new FormRefusal(
                    "ids", "names %d tasks; ask for at most %d at once".formatted(ids.size(), MOST_TASKS));
        }
        return clocks.of(ids, language);
    }
}
