package io.amends.mediacrisis;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps what goes out to the media; the text itself leaves the process (M-10). */
@Component
class WriteTextListener implements TaskListener {

    private final Speaking speaking;
    private final Clock clock;

    WriteTextListener(Speaking speaking, Clock clock) {
        this.speaking = speaking;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Instant now = clock.instant();
        speaking.keep(
                new Speaking.Said(
                        task.getExecution().getProcessBusinessKey(),
                        MediaCrisisProcess.MESSAGE_VERSION.get(task),
                        SpeakProcess.WAY_INDEX.get(task),
                        SpeakingWay.of(SpeakProcess.WAY.get(task)),
                        SpeakProcess.HEADLINE.get(task).strip(),
                        SpeakProcess.PRESS_TEXT.get(task).strip(),
                        SpeakProcess.VIDEO_LINK.find(task).orElse(null),
                        null,
                        now,
                        task.getAssignee()),
                now);
        task.setVariable(SpeakProcess.HEADLINE.name(), null);
        task.setVariable(SpeakProcess.PRESS_TEXT.name(), null);
        task.setVariable(SpeakProcess.VIDEO_LINK.name(), null);
    }
}
