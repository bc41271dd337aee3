package io.amends.mediacrisis;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps each try to return a journalist's call, and what was said (M-5). */
@Component
class PressCallListener implements TaskListener {

    static final String RESULT = "pressResult";
    static final String SAID = "pressSaid";

    private static final String REACHED = "reached";

    private final PressCalls calls;
    private final TaskDoer doer;
    private final Clock clock;

    PressCallListener(PressCalls calls, TaskDoer doer, Clock clock) {
        this.calls = calls;
        this.doer = doer;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean reached = TaskDoer.text(task, RESULT).equals(REACHED);
        Instant at = reached ? clock.instant() : null;
        calls.tried(
                task.getExecution().getProcessBusinessKey(),
                MediaCrisisProcess.EVENT_ID.get(task),
                doer.of(task),
                at,
                reached ? TaskDoer.text(task, SAID) : null);
        MediaCrisisProcess.PRESS_REACHED.set(task, reached);
        TaskDoer.forget(task, RESULT, SAID);
    }
}
