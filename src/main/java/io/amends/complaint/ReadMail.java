package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseVariables;
import io.amends.casefile.Desk;
import io.amends.modeling.AsTheHouse;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a mail on a case to its owner to read, or to the group that works on such cases, because free words are never taken for a decision (K-13, T-3). */
@Component
public class ReadMail {

    private static final int USUAL_PRIORITY = 50;

    private final RuntimeService runtime;
    private final AsTheHouse house;

    ReadMail(RuntimeService runtime, AsTheHouse house) {
        this.runtime = runtime;
        this.house = house;
    }

    /** @param fromCustomer false for a mail that somebody else wrote on the customer's case */
    public void start(CaseFile file, String mailNumber, boolean fromCustomer) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put(CaseVariables.CASE_NUMBER.name(), file.number());
        variables.put(CaseVariables.CUSTOMER.name(), file.customerNumber());
        variables.put(CaseVariables.SEVERITY.name(), file.severity());
        variables.put(CaseVariables.OWNER.name(), file.owner());
        variables.put(CaseVariables.DESK.name(), Desk.of(file));
        variables.put(CaseVariables.PRIORITY.name(), USUAL_PRIORITY);
        variables.put(ReadMailProcess.MAIL_NUMBER.name(), mailNumber);
        variables.put(ReadMailProcess.FROM_CUSTOMER.name(), fromCustomer);
        house.run(() -> runtime.createProcessInstanceByKey(ReadMailProcess.KEY)
                .businessKey(file.number())
                .setVariables(variables)
                .execute());
    }
}
