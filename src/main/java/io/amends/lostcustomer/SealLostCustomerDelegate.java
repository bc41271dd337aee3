package io.amends.lostcustomer;

import io.amends.casefile.CaseFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case with its outcome. */
@Component
class SealLostCustomerDelegate implements JavaDelegate {

    private final CaseFiles cases;

    SealLostCustomerDelegate(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.close(execution.getProcessBusinessKey(), "let-go");
    }
}
