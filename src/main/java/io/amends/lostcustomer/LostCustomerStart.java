package io.amends.lostcustomer;

import io.amends.customer.Customer;
import io.amends.modeling.AsTheHouse;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Starts the process of a lost customer; who the customer is stays in the tables. */
@Component
class LostCustomerStart {

    private final RuntimeService runtime;
    private final AsTheHouse house;

    LostCustomerStart(RuntimeService runtime, AsTheHouse house) {
        this.runtime = runtime;
        this.house = house;
    }

    /**
     * @param form whether a person starts it by the Tasklist's form, else it starts by message
     * @return id of the process instance
     */
    String start(String caseNumber, Customer customer, Signal signal, boolean form) {
        Map<String, Object> facts = Map.of(
                "caseNumber", caseNumber,
                "customer", customer.number(),
                "signal", signal.code(),
                "subject", LostCustomerWords.subject(signal.code()),
                "language", customer.language());
        return form
                ? runtime.createProcessInstanceByKey(LostCustomerProcess.KEY)
                        .businessKey(caseNumber)
                        .setVariables(facts)
                        .execute()
                        .getId()
                : house.run(() -> runtime.createMessageCorrelation(LostCustomerProcess.CUSTOMER_LOST)
                        .processInstanceBusinessKey(caseNumber)
                        .setVariables(facts)
                        .correlateStartMessage()
                        .getId());
    }

    ProcessInstance running(String processInstanceId) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult();
        if (instance == null) {
            throw new IllegalStateException("Process instance " + processInstanceId + " does not run any more");
        }
        return instance;
    }
}
