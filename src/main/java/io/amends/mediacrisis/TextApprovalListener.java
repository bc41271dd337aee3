package io.amends.mediacrisis;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** An approved text counts as said by the house from now on (M-9, M-10). */
@Component
class TextApprovalListener implements TaskListener {

    private final PressTexts texts;
    private final Speaking speaking;
    private final Clock clock;

    TextApprovalListener(PressTexts texts, Speaking speaking, Clock clock) {
        this.texts = texts;
        this.speaking = speaking;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        if (MediaCrisisProcess.SENT_BACK.get(task)) {
            return;
        }
        PressTexts.PressText text = texts.last(
                        task.getExecution().getProcessBusinessKey(),
                        MediaCrisisProcess.MESSAGE_VERSION.get(task),
                        SpeakProcess.WAY_INDEX.get(task))
                .orElseThrow();
        Instant now = clock.instant();
        speaking.keep(
                new Speaking.Said(
                        text.caseNumber(),
                        text.version(),
                        text.place(),
                        SpeakingWay.of(SpeakProcess.WAY.get(task)),
                        text.headline(),
                        text.words(),
                        text.videoLink(),
                        null,
                        now,
                        text.writtenBy()),
                now);
    }
}
