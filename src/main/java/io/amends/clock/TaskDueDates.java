package io.amends.clock;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The due dates of tasks that hang on a clock. */
@Component
class TaskDueDates {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ClockTable table;

    TaskDueDates(TaskService tasks, RuntimeService runtime, ClockTable table) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.table = table;
    }

    /** A task whose clock stands is not due: it can only wait. */
    static @Nullable Date of(ClockTimes times) {
        return times.pausedSince() != null ? null : Date.from(times.due());
    }

    void follow(String caseNumber) {
        Map<String, Task> open = new HashMap<>();
        tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().forEach(it -> open.put(it.getId(), it));
        if (open.isEmpty()) {
            return;
        }
        Map<String, CaseClock> clocks = new HashMap<>();
        table.of(caseNumber).forEach(row -> clocks.put(row.clock().name(), row.clock()));
        for (VariableInstance name : runtime.createVariableInstanceQuery()
                .variableName(ClockProcess.CLOCK.name())
                .taskIdIn(open.keySet().toArray(String[]::new))
                .list()) {
            CaseClock clock = clocks.get(String.valueOf(name.getValue()));
            if (clock != null) {
                follow(open.get(name.getTaskId()), clock);
            }
        }
    }

    private void follow(@Nullable Task task, CaseClock clock) {
        Date due = of(ClockTimes.of(clock));
        if (task != null && clock.running() && !Objects.equals(moment(task.getDueDate()), moment(due))) {
            tasks.setDueDate(task.getId(), due);
        }
    }

    private static @Nullable Instant moment(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
