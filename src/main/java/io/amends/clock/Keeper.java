package io.amends.clock;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** The one process per case that waits for its next warning or deadline: starts it, and lets its timer follow the clocks. */
@Component
class Keeper {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final KeeperTable keepers;
    private final ClockTable table;
    private final Clocks clocks;
    private final HouseClock clock;

    Keeper(
            RuntimeService runtime,
            ManagementService management,
            KeeperTable keepers,
            ClockTable table,
            Clocks clocks,
            HouseClock clock) {
        this.runtime = runtime;
        this.management = management;
        this.keepers = keepers;
        this.table = table;
        this.clocks = clocks;
        this.clock = clock;
    }

    void follow(String caseNumber) {
        Optional<String> keeper = keepers.keeper(caseNumber);
        Optional<Job> timer = keeper.flatMap(this::timer);
        if (timer.isPresent()) {
            follow(timer.get(), clocks.next(caseNumber));
        } else if (keeper.isEmpty() || isGone(keeper.get())) {
            startWhereNeeded(caseNumber);
        }
    }

    // a timer that is due already fires by itself and then looks anew; to move it now would only make it lose
    private void follow(Job timer, Date next) {
        Instant waitsFor = timer.getDuedate().toInstant();
        if (waitsFor.isAfter(clock.instant()) && !waitsFor.equals(next.toInstant())) {
            management.setJobDuedate(timer.getId(), next, false);
        }
    }

    private Optional<Job> timer(String keeper) {
        List<Job> timers =
                management.createJobQuery().processInstanceId(keeper).timers().list();
        return timers.stream().findFirst();
    }

    /** An administrator may have deleted it. */
    private boolean isGone(String keeper) {
        return runtime.createProcessInstanceQuery().processInstanceId(keeper).count() == 0;
    }

    private void startWhereNeeded(String caseNumber) {
        if (table.of(caseNumber).stream().anyMatch(row -> row.clock().running())) {
            keepers.appoint(
                    caseNumber,
                    runtime.createProcessInstanceByKey(ClockProcess.KEEPER)
                            .businessKey(caseNumber)
                            .setVariable(ClockProcess.CASE_NUMBER.name(), caseNumber)
                            .execute()
                            .getId());
        }
    }
}
