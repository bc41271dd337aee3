package io.amends.handover;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseTouched;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockStart;
import io.amends.staff.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the clock {@code owner-idle} of each case (K-6): it runs while the owner has open work on the case, begins anew with all
 * that the owner does on it, and ends while a handover is under way, for then somebody looks after the owner already.
 */
@Component
class OwnerWatch {

    static final String CLOCK = "owner-idle";

    private static final Set<String> TOUCHES =
            Set.of(TaskListener.EVENTNAME_ASSIGNMENT, TaskListener.EVENTNAME_UPDATE, TaskListener.EVENTNAME_COMPLETE);

    /** One thing that somebody does is several events; a clock that counts days need not tell them apart. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final CaseDesk desk;
    private final People people;
    private final Clock clock;

    OwnerWatch(CaseFiles cases, CaseClocks clocks, CaseDesk desk, People people, Clock clock) {
        this.cases = cases;
        this.clocks = clocks;
        this.desk = desk;
        this.people = people;
        this.clock = clock;
    }

    /** Beside the tasks; only what the owner does counts. */
    @EventListener
    void on(CaseTouched touched) {
        cases.find(touched.caseNumber())
                .ifPresent(file -> look(file, touched.userId().equals(file.owner())));
    }

    /** Claimed, commented, given back, done, or no longer needed. */
    @EventListener
    void on(DelegateTask task) {
        desk.note(task);
        String caseNumber = task.getExecution().getProcessBusinessKey();
        if (caseNumber != null) {
            cases.find(caseNumber)
                    .ifPresent(file -> look(file, TOUCHES.contains(task.getEventName()) && actsAsOwner(file)));
        }
    }

    private boolean actsAsOwner(CaseFile file) {
        return people.acting().filter(who -> who.equals(file.owner())).isPresent();
    }

    private void look(CaseFile file, boolean touched) {
        Optional<CaseClock> idle = clocks.find(file.number(), CLOCK);
        boolean running = idle.filter(CaseClock::running).isPresent();
        if (!owed(file)) {
            if (running) {
                clocks.stop(file.number(), CLOCK);
            }
        } else if (idle.isEmpty()) {
            begin(file);
        } else if (!running || (touched && !justBegun(idle.get()))) {
            clocks.startAgain(file.number(), CLOCK);
        }
    }

    private boolean owed(CaseFile file) {
        return file.owner() != null && file.state().equals("open") && desk.hasWork(file.number(), file.owner());
    }

    private void begin(CaseFile file) {
        String holder = Objects.requireNonNull(file.processInstanceId(), "a case with an owner has a process");
        clocks.start(new ClockStart(file.number(), CLOCK, holder, null, null, clock.instant()));
    }

    private boolean justBegun(CaseClock idle) {
        Instant earliest = clock.instant().minus(AT_ONCE);
        return idle.start().isAfter(earliest);
    }
}
