package io.amends.complaint;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.clock.CaseClocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the second recovery of a case whose customer was not satisfied, and its clocks anew (K-18, C-9). */
@Component
class ReopenCaseDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseClocks clocks;

    ReopenCaseDelegate(CaseFiles cases, CaseClocks clocks) {
        this.cases = cases;
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        cases.reopen(caseNumber);
        clocks.startAgain(caseNumber, ComplaintProcess.FIRST_CONTACT);
        clocks.startAgain(caseNumber, ComplaintProcess.RESOLVE);
        CaseVariables.EPISODE.set(execution, CaseVariables.EPISODE.orElse(execution, 1) + 1);
    }
}
