package io.amends.mediacrisis;

import io.amends.mediacrisis.PressTexts.Chinese;
import io.amends.modeling.FormRefusal;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what is to go out to the media until somebody else has approved it; the text itself leaves the process (M-9, M-10). */
@Component
class WriteTextListener implements TaskListener {

    private final PressTexts texts;
    private final TaskDoer doer;
    private final Clock clock;

    WriteTextListener(PressTexts texts, TaskDoer doer, Clock clock) {
        this.texts = texts;
        this.doer = doer;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String author = doer.of(task);
        int draft = texts.write(
                new PressTexts.PressText(
                        task.getExecution().getProcessBusinessKey(),
                        MediaCrisisProcess.MESSAGE_VERSION.get(task),
                        SpeakProcess.WAY_INDEX.get(task),
                        TaskDoer.text(task, SpeakProcess.HEADLINE.name()),
                        TaskDoer.text(task, SpeakProcess.PRESS_TEXT.name()),
                        chinese(task),
                        SpeakProcess.VIDEO_LINK.find(task).orElse(null),
                        author),
                clock.instant());
        SpeakProcess.TEXT_DRAFT.set(task, draft);
        MediaCrisisProcess.SENT_BACK.set(task, false);
        task.setVariable(MediaCrisisProcess.PROPOSER.name(), author);
        TaskDoer.forget(
                task,
                SpeakProcess.HEADLINE.name(),
                SpeakProcess.PRESS_TEXT.name(),
                SpeakProcess.HEADLINE_ZH,
                SpeakProcess.PRESS_TEXT_ZH,
                SpeakProcess.VIDEO_LINK.name());
    }

    /** Both or none: a Chinese text under an English headline would be a mix. */
    private static @Nullable Chinese chinese(DelegateTask task) {
        String headline = TaskDoer.text(task, SpeakProcess.HEADLINE_ZH);
        String words = TaskDoer.text(task, SpeakProcess.PRESS_TEXT_ZH);
        if (headline.isEmpty() && words.isEmpty()) {
            return null;
        }
        if (headline.isEmpty() || words.isEmpty()) {
            throw new FormRefusal(
                    headline.isEmpty() ? SpeakProcess.HEADLINE_ZH : SpeakProcess.PRESS_TEXT_ZH,
                    "is needed, too: a letter has its headline and its text in one language");
        }
        return new Chinese(headline, words);
    }
}
