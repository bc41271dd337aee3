package io.amends.mediacrisis;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps what was decided on the statement and why (M-4, M-9). */
@Component
class StatementApprovalListener implements TaskListener {

    static final String DECISION = "statementDecision";
    static final String REASON = "statementReason";

    private static final String APPROVE = "approve";

    private final Statements statements;
    private final TaskDoer doer;
    private final Clock clock;

    StatementApprovalListener(Statements statements, TaskDoer doer, Clock clock) {
        this.statements = statements;
        this.doer = doer;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        boolean approved = TaskDoer.text(task, DECISION).equals(APPROVE);
        statements.decide(
                task.getExecution().getProcessBusinessKey(),
                Statements.HOLDING,
                MediaCrisisProcess.STATEMENT_VERSION.get(task),
                approved,
                doer.of(task),
                approved ? null : TaskDoer.text(task, REASON),
                clock.instant());
        MediaCrisisProcess.STATEMENT_APPROVED.set(task, approved);
        TaskDoer.forget(task, DECISION, REASON);
    }
}
