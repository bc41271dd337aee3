package io.amends.mediacrisis;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The last word is out; nothing more is owed to the public (M-14). */
@Component
class NoteLastWordDelegate implements JavaDelegate {

    private final PublicUpdates updates;
    private final Clock clock;

    NoteLastWordDelegate(PublicUpdates updates, Clock clock) {
        this.updates = updates;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        updates.released(
                execution.getProcessBusinessKey(), UpdateProcess.UPDATE_NUMBER.get(execution), clock.instant());
    }
}
