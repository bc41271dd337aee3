package io.amends.lostcustomer;

import io.amends.modeling.AsTheHouse;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Hands what happened outside to the case that waits for it. */
@Component
class LostCustomerVoice {

    private final RuntimeService runtime;
    private final AsTheHouse house;

    LostCustomerVoice(RuntimeService runtime, AsTheHouse house) {
        this.runtime = runtime;
        this.house = house;
    }

    boolean awaits(String caseNumber, String message) {
        return house.run(() -> waiting(caseNumber, message).count() > 0);
    }

    /**
     * Does nothing when the case does not wait for it.
     *
     * @return whether it did
     * @throws OptimisticLockingFailureException when the case moved on at this very moment; the same again will do
     */
    boolean tell(String caseNumber, String message, Map<String, Object> variables) {
        if (!awaits(caseNumber, message)) {
            return false;
        }
        MessageCorrelationBuilder correlation = runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseNumber)
                .setVariables(variables);
        try {
            house.run(correlation::correlateWithResult);
            return true;
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("The case " + caseNumber + " moved on meanwhile", e);
        }
    }

    private ExecutionQuery waiting(String caseNumber, String message) {
        return runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processInstanceBusinessKey(caseNumber);
    }
}
