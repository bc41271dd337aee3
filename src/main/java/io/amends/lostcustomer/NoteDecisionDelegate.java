package io.amends.lostcustomer;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes whether the customer comes back, as their answer to the offer says (L-10). */
@Component
class NoteDecisionDelegate implements JavaDelegate {

    private final LostCustomerTable table;
    private final Clock clock;

    NoteDecisionDelegate(LostCustomerTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean accepted = "accepted".equals(LostCustomerProcess.OFFER_ANSWER.orElse(execution, ""));
        LostCustomerProcess.CAME_BACK.set(execution, accepted);
        if (accepted) {
            table.cameBack(execution.getProcessBusinessKey(), clock.instant());
        }
    }
}
