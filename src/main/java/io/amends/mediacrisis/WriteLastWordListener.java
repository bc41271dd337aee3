package io.amends.mediacrisis;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps the last word to the public and who wrote it; the text itself leaves the process (M-9, M-14). */
@Component
class WriteLastWordListener implements TaskListener {

    private final PublicUpdates updates;
    private final Clock clock;

    WriteLastWordListener(PublicUpdates updates, Clock clock) {
        this.updates = updates;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        int number = updates.current(caseNumber);
        updates.write(
                caseNumber,
                number,
                UpdateProcess.UPDATE_TEXT.get(task).strip(),
                null,
                task.getAssignee(),
                clock.instant());
        UpdateProcess.UPDATE_NUMBER.set(task, number);
        task.setVariable(UpdateProcess.PROPOSER.name(), task.getAssignee());
        task.setVariable(UpdateProcess.UPDATE_TEXT.name(), null);
    }
}
