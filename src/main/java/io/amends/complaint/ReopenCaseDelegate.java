package io.amends.complaint;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the second recovery of a case whose customer was not satisfied (K-18). */
@Component
class ReopenCaseDelegate implements JavaDelegate {

    private final CaseFiles cases;

    ReopenCaseDelegate(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.reopen(execution.getProcessBusinessKey());
        CaseVariables.EPISODE.set(execution, CaseVariables.EPISODE.orElse(execution, 1) + 1);
    }
}
