package io.amends.lostcustomer;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Keeps what was decided about a lost customer, and the reason that was proposed for it (L-4, L-5). */
@Component
class RegainDecisionListener implements ExecutionListener {

    private final LostCustomerTable table;
    private final Clock clock;

    RegainDecisionListener(LostCustomerTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        table.propose(caseNumber, LostCustomerProcess.PROPOSED_REASON.get(execution));
        table.decide(caseNumber, LostCustomerProcess.DECISION.get(execution), clock.instant());
    }
}
