package io.amends.lostcustomer;

import io.amends.casefile.CaseVariables;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds the moment for the next call (L-8). */
@Component
class PlanNextTryDelegate implements JavaDelegate {

    private final RecoveryTalk talk;

    PlanNextTryDelegate(RecoveryTalk talk) {
        this.talk = talk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate onDay = LostCustomerProcess.CALL_AGAIN_ON
                .find(execution)
                .map(LocalDate::parse)
                .orElse(null);
        LostCustomerProcess.NEXT_TRY.set(
                execution,
                Date.from(
                        talk.nextTry(execution.getProcessBusinessKey(), CaseVariables.CUSTOMER.get(execution), onDay)));
        // the day that they named counts once
        execution.setVariable(LostCustomerProcess.CALL_AGAIN_ON.name(), null);
    }
}
