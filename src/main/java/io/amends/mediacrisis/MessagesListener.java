package io.amends.mediacrisis;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps posture and core messages as a version of their own, once the words are counted (M-7). */
@Component
class MessagesListener implements TaskListener {

    private final CoreMessages messages;
    private final MediaCrisisTable crises;
    private final TaskDoer doer;
    private final Clock clock;

    MessagesListener(CoreMessages messages, MediaCrisisTable crises, TaskDoer doer, Clock clock) {
        this.messages = messages;
        this.crises = crises;
        this.doer = doer;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        MessageLines lines =
                MessageLines.read(TaskDoer.text(task, MessageLines.MESSAGES), TaskDoer.text(task, MessageLines.PROOFS));
        String posture = MediaCrisisProcess.POSTURE.get(task);
        String author = doer.of(task);
        int version = messages.write(caseNumber, posture, lines, author, clock.instant());
        crises.messages(caseNumber, posture, version);
        MediaCrisisProcess.MESSAGE_VERSION.set(task, version);
        MediaCrisisProcess.SENT_BACK.set(task, false);
        task.setVariable(MediaCrisisProcess.PROPOSER.name(), author);
        // who has to approve depends on how bad it is by now (M-9)
        crises.find(caseNumber)
                .map(MediaCrisis::level)
                .ifPresent(level -> MediaCrisisProcess.LEVEL.setIfOther(task, level));
        TaskDoer.forget(task, MessageLines.MESSAGES, MessageLines.PROOFS);
    }
}
