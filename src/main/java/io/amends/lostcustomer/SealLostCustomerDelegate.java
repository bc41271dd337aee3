package io.amends.lostcustomer;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.clock.CaseClocks;
import io.amends.contact.ContactPolicy;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case with its outcome, ends its clocks (C-7) and lets the customer go, so that another recovery may begin. */
@Component
class SealLostCustomerDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final LostCustomerTable table;
    private final ContactPolicy policy;
    private final Clock clock;

    SealLostCustomerDelegate(
            CaseFiles cases, CaseClocks clocks, LostCustomerTable table, ContactPolicy policy, Clock clock) {
        this.cases = cases;
        this.clocks = clocks;
        this.table = table;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        String outcome = CaseVariables.OUTCOME.get(execution);
        // whoever asks for a handover at this moment has done so or finds the case closed
        clocks.hold(caseNumber);
        clocks.of(caseNumber).stream()
                .filter(running -> running.running() && running.holder().equals(execution.getProcessInstanceId()))
                .forEach(own -> clocks.stop(caseNumber, own.name()));
        policy.leaveLine(caseNumber);
        table.close(caseNumber, outcome, clock.instant());
        table.ran(caseNumber);
        cases.close(caseNumber, outcome);
    }
}
