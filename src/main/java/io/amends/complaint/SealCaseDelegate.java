package io.amends.complaint;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.clock.CaseClocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case with its outcome and stops its clocks (C-7). */
@Component
class SealCaseDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseClocks clocks;

    SealCaseDelegate(CaseFiles cases, CaseClocks clocks) {
        this.cases = cases;
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String outcome = ComplaintProcess.CLOSED_AS
                .find(execution)
                .or(() -> CaseVariables.OUTCOME.find(execution))
                .orElse("agreed");
        clocks.meetAll(execution.getProcessBusinessKey());
        cases.close(execution.getProcessBusinessKey(), outcome);
    }
}
