package io.amends.clock;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks that steps name. A step starts its clock, unless the case has it running already, and takes its due date from there;
 * who finishes the step meets the clock that it started.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StepClocks {

    private final KeeperTable keepers;
    private final ClockTable table;
    private final ClockStarter starter;
    private final Clocks dates;
    private final HouseClock clock;
    private final ClockChanges changes;

    StepClocks(
            KeeperTable keepers,
            ClockTable table,
            ClockStarter starter,
            Clocks dates,
            HouseClock clock,
            ClockChanges changes) {
        this.keepers = keepers;
        this.table = table;
        this.starter = starter;
        this.dates = dates;
        this.clock = clock;
        this.changes = changes;
    }

    void created(DelegateTask task) {
        String name = ClockProcess.CLOCK.get(task);
        String caseNumber = caseNumber(task);
        keepers.lockOrAdd(caseNumber);
        ClockTimes times = starter.startStep(
                new ClockStart(
                        caseNumber,
                        name,
                        task.getProcessInstanceId(),
                        days(task.getVariable(ClockProcess.CLOCK_DAYS)),
                        until(task.getVariable(ClockProcess.CLOCK_UNTIL)),
                        clock.instant()),
                task.getId());
        task.setVariableLocal(ClockProcess.CLOCK.name(), name);
        task.setDueDate(TaskDueDates.of(times));
    }

    void completed(DelegateTask task) {
        String caseNumber = caseNumber(task);
        if (ofThis(task, caseNumber) && table.meetStep(task.getId(), caseNumber, clock.instant())) {
            changes.changed(caseNumber);
        }
    }

    void deleted(DelegateTask task) {
        String caseNumber = caseNumber(task);
        if (ofThis(task, caseNumber) && table.stopStep(task.getId(), caseNumber, clock.instant())) {
            changes.changed(caseNumber);
        }
    }

    // looked up first, so that a step on a clock of the case needs no lock; no other step's clock ever becomes this
    // one's
    private boolean ofThis(DelegateTask task, String caseNumber) {
        return table.hasStep(task.getId(), caseNumber) && keepers.lock(caseNumber);
    }

    private static String caseNumber(DelegateTask task) {
        String caseNumber = ((ExecutionEntity) task.getExecution()).getProcessBusinessKey();
        if (caseNumber == null) {
            throw new IllegalStateException("The step " + task.getTaskDefinitionKey()
                    + " has a clock, but its process no case: start it with the case number as its business key");
        }
        return caseNumber;
    }

    private static @Nullable Budget days(@Nullable Object days) {
        if (days == null) {
            return null;
        }
        try {
            return new Budget(Integer.parseInt(days.toString()), Budget.Unit.BUSINESS_DAYS);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    ClockProcess.CLOCK_DAYS + " is a whole number of business days, not '" + days + "'", e);
        }
    }

    private @Nullable Instant until(@Nullable Object until) {
        if (until == null) {
            return null;
        }
        return until instanceof Date date
                ? date.toInstant()
                : dates.date(until.toString()).toInstant();
    }
}
