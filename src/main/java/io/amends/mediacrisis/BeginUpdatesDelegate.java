package io.amends.mediacrisis;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The holding statement said when we speak next: from now on that is owed to the public (M-4, M-14). */
@Component
class BeginUpdatesDelegate implements JavaDelegate {

    private final MediaCrisisTable crises;
    private final UpdateRhythm rhythm;
    private final Clock clock;

    BeginUpdatesDelegate(MediaCrisisTable crises, UpdateRhythm rhythm, Clock clock) {
        this.crises = crises;
        this.rhythm = rhythm;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        Instant next = Optional.ofNullable(crises.find(caseNumber).orElseThrow().nextUpdateAt())
                .orElseThrow(() -> new IllegalStateException(
                        "The holding statement of " + caseNumber + " does not say when we speak next"));
        Instant now = clock.instant();
        rhythm.next(caseNumber, next.isAfter(now) ? next : now.plusSeconds(1));
    }
}
