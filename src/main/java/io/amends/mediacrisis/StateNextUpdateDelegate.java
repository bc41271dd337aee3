package io.amends.mediacrisis;

import java.time.Clock;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The update is out: its clock is met and runs to the next, which it named (M-14). Once the crisis is over, nothing more is owed. */
@Component
class StateNextUpdateDelegate implements JavaDelegate {

    private final PublicUpdates updates;
    private final UpdateRhythm rhythm;
    private final MediaCrisisTable crises;
    private final Clock clock;

    StateNextUpdateDelegate(PublicUpdates updates, UpdateRhythm rhythm, MediaCrisisTable crises, Clock clock) {
        this.updates = updates;
        this.rhythm = rhythm;
        this.crises = crises;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        int number = UpdateProcess.UPDATE_NUMBER.get(execution);
        updates.released(caseNumber, number, clock.instant());
        MediaCrisis crisis = crises.find(caseNumber).orElseThrow();
        if (crisis.reviewState() == null && crisis.closedAt() == null) {
            rhythm.next(
                    caseNumber,
                    Objects.requireNonNull(
                            updates.last(caseNumber, number).orElseThrow().nextAt()));
        }
    }
}
