package io.amends.customerreply;

import io.amends.casefile.CaseFiles;
import io.amends.clock.CaseClocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes the customer's answer, also one given on the phone; lets a case that was closed as unanswered, and its clocks, go on (K-14). */
@Component
class NoteAnswerDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseClocks clocks;

    NoteAnswerDelegate(CaseFiles cases, CaseClocks clocks) {
        this.cases = cases;
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if ("reached".equals(ReplyProcess.ASK_RESULT.orElse(execution, ""))) {
            ReplyProcess.ANSWER_DECISION
                    .find(execution)
                    .ifPresent(decision -> ReplyProcess.DECISION.set(execution, decision));
            ReplyProcess.ANSWER_TEXT.find(execution).ifPresent(text -> ReplyProcess.REPLY.set(execution, text));
        }
        String caseNumber = execution.getProcessBusinessKey();
        if (cases.find(caseNumber)
                .filter(file -> file.state().equals("unanswered"))
                .isPresent()) {
            cases.reopen(caseNumber);
            clocks.runOn(caseNumber);
        }
    }
}
