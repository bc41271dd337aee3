package io.amends.complaint;

import io.amends.casefile.CaseVariables;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.modeling.AsTheHouse;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Lets the open work of a case follow a new severity in the same transaction: priorities, due dates, timers (C-3). */
@Component
class OpenWork {

    private static final Map<String, String> CLOCK_OF_TASK = Map.of(
            "Task_AcknowledgeByPhone", "acknowledge",
            "Task_ContactCustomer", "first-contact",
            "Task_InvestigateCause", "resolve",
            "Task_ProposeRemedy", "resolve");

    /** Timers on clocks of the case; those that count from their own beginning stay as they are. */
    private static final List<String> CLOCK_TIMERS = List.of(
            "BoundaryEvent_AcknowledgementOverdue",
            "BoundaryEvent_FirstContactOverdue",
            "BoundaryEvent_ResolutionOverdue");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final CaseClocks clocks;
    private final AsTheHouse house;

    OpenWork(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            CaseClocks clocks,
            AsTheHouse house) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.clocks = clocks;
        this.house = house;
    }

    void follow(String caseNumber, String severity, int priority) {
        house.run(() -> {
            Map<String, Object> facts = Map.of(
                    CaseVariables.SEVERITY.name(), severity,
                    CaseVariables.PRIORITY.name(), priority);
            for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .list()) {
                runtime.setVariables(instance.getId(), facts);
                recalculateTimers(instance);
            }
            followTasks(caseNumber, priority);
            return caseNumber;
        });
    }

    private void recalculateTimers(ProcessInstance instance) {
        for (String timer : CLOCK_TIMERS) {
            for (Job job : management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(timer)
                    .timers()
                    .list()) {
                management.recalculateJobDuedate(job.getId(), false);
            }
        }
    }

    private void followTasks(String caseNumber, int priority) {
        Map<String, Date> due = clocks.of(caseNumber).stream()
                .collect(Collectors.toMap(CaseClock::name, clock -> Date.from(clock.due())));
        for (Task task :
                tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list()) {
            tasks.setPriority(task.getId(), priority);
            String clock = CLOCK_OF_TASK.get(task.getTaskDefinitionKey());
            if (clock != null && due.containsKey(clock)) {
                tasks.setDueDate(task.getId(), due.get(clock));
            }
        }
    }
}
