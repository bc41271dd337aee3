package io.amends.mediacrisis;

import io.amends.modeling.JsonLists;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps what was found out and who is party to the matter (M-6); both go to our tables and leave the process. */
@Component
class FindingsListener implements TaskListener {

    static final String FINDINGS = "findings";
    static final String PARTIES = "parties";

    private final Findings findings;
    private final TaskDoer doer;
    private final Clock clock;

    FindingsListener(Findings findings, TaskDoer doer, Clock clock) {
        this.findings = findings;
        this.doer = doer;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        findings.write(
                task.getExecution().getProcessBusinessKey(),
                TaskDoer.text(task, FINDINGS),
                JsonLists.strings(task.getVariable(PARTIES)),
                doer.of(task),
                clock.instant());
        TaskDoer.forget(task, FINDINGS, PARTIES);
    }
}
