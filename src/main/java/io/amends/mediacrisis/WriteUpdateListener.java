package io.amends.mediacrisis;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps an update to the public and who wrote it; the text itself leaves the process (M-14). */
@Component
class WriteUpdateListener implements TaskListener {

    private final PublicUpdates updates;
    private final UpdateRhythm rhythm;
    private final Clock clock;

    WriteUpdateListener(PublicUpdates updates, UpdateRhythm rhythm, Clock clock) {
        this.updates = updates;
        this.rhythm = rhythm;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        String field = UpdateProcess.NEXT_UPDATE_AT.name();
        Instant next = Moments.typed(field, UpdateProcess.NEXT_UPDATE_AT.get(task), clock.getZone());
        rhythm.check(field, next);
        int number = updates.current(caseNumber);
        updates.write(
                caseNumber,
                number,
                UpdateProcess.UPDATE_TEXT.get(task).strip(),
                next,
                task.getAssignee(),
                clock.instant());
        UpdateProcess.UPDATE_NUMBER.set(task, number);
        task.setVariable(UpdateProcess.PROPOSER.name(), task.getAssignee());
        task.setVariable(UpdateProcess.UPDATE_TEXT.name(), null);
    }
}
