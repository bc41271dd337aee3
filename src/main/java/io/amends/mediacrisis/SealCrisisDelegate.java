package io.amends.mediacrisis;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case with its outcome and ends its clocks (C-7); the next event on the matter begins a crisis of its own. */
@Component
class SealCrisisDelegate implements JavaDelegate {

    private static final String OVER = "over";
    private static final String WATCHED_ONLY = "watched-only";

    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final MediaCrisisTable crises;
    private final MediaEventTable events;
    private final Clock clock;

    SealCrisisDelegate(
            CaseFiles cases, CaseClocks clocks, MediaCrisisTable crises, MediaEventTable events, Clock clock) {
        this.cases = cases;
        this.clocks = clocks;
        this.crises = crises;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        boolean answers = MediaCrisisProcess.RESPONDING.orElse(execution, false);
        String outcome = MediaCrisisProcess.ONLY_WATCHED.orElse(execution, !answers) ? WATCHED_ONLY : OVER;
        // whoever reports something at this moment has joined the case or finds it closed
        events.lock();
        clocks.hold(caseNumber);
        clocks.of(caseNumber).stream()
                .filter(CaseClock::running)
                .forEach(running -> clocks.stop(caseNumber, running.name()));
        CaseVariables.OUTCOME.set(execution, outcome);
        crises.close(caseNumber, outcome, clock.instant());
        cases.close(caseNumber, outcome);
    }
}
