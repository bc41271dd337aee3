package io.amends.mediacrisis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps what was asked and answered in a talk; the words leave the process (M-10). */
@Component
class SpeakListener implements TaskListener {

    private final Speaking speaking;
    private final Clock clock;

    SpeakListener(Speaking speaking, Clock clock) {
        this.speaking = speaking;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Instant now = clock.instant();
        Instant at = now.minus(Duration.ofMinutes(SpeakProcess.SPOKEN_MINUTES_AGO.get(task)));
        speaking.keep(
                new Speaking.Said(
                        task.getExecution().getProcessBusinessKey(),
                        MediaCrisisProcess.MESSAGE_VERSION.get(task),
                        SpeakProcess.WAY_INDEX.get(task),
                        SpeakingWay.of(SpeakProcess.WAY.get(task)),
                        null,
                        SpeakProcess.SAID_WORDS.get(task).strip(),
                        null,
                        SpeakProcess.MESSAGES_SAID.get(task),
                        at,
                        task.getAssignee()),
                now);
        task.setVariable(SpeakProcess.SAID_WORDS.name(), null);
    }
}
