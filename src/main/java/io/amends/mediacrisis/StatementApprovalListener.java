package io.amends.mediacrisis;

import io.amends.modeling.FormRefusal;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Writes beside the statement that it was sent back, or that the last one whom it needs has approved it (M-4, M-9). */
@Component
class StatementApprovalListener implements TaskListener {

    private final Statements statements;
    private final CrisisApprovals approvals;
    private final HoldingStatementLetter letter;

    StatementApprovalListener(Statements statements, CrisisApprovals approvals, HoldingStatementLetter letter) {
        this.statements = statements;
        this.approvals = approvals;
        this.letter = letter;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        Approvable statement = Approvable.of(task);
        Optional<CrisisApprovals.Approval> last = approvals.of(caseNumber, statement).stream()
                .filter(decision -> decision.role().equals(CrisisApprovalListener.ROLE.get(task)))
                .findFirst();
        last.filter(CrisisApprovals.Approval::approved).ifPresent(yes -> mustReachSomebody(caseNumber));
        last.filter(decision -> !decision.approved()
                        || approvals.approvedByAll(caseNumber, statement, MediaCrisisProcess.LEVEL.get(task)))
                .ifPresent(decision -> statements.decide(
                        caseNumber,
                        Statements.HOLDING,
                        statement.version(),
                        decision.approved(),
                        decision.decidedBy(),
                        decision.reason(),
                        decision.decidedAt()));
    }

    /** The register may have changed since it was written. */
    private void mustReachSomebody(String caseNumber) {
        boolean reaches = statements
                .last(caseNumber, Statements.HOLDING)
                .filter(statement ->
                        statement.keptReady() || !letter.readers(statement).isEmpty())
                .isPresent();
        if (!reaches) {
            throw new FormRefusal(
                    ApprovalForm.STATEMENT.decision(),
                    "cannot be yes: nobody is left who could be written to; send it back, so that somebody is chosen");
        }
    }
}
