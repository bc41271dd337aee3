package io.amends.lostcustomer;

import io.amends.modeling.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the complaint by which something is put right (L-5). */
@Component
class OpenLinkedComplaintDelegate implements JavaDelegate {

    private static final Variable<String> SAID = Variable.of("reasonNote", String.class);

    private final LinkedComplaint complaints;

    OpenLinkedComplaintDelegate(LinkedComplaint complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LostCustomerProcess.COMPLAINT_CASE.set(
                execution,
                complaints.open(
                        execution.getProcessBusinessKey(),
                        execution.getProcessInstanceId(),
                        SAID.find(execution).orElse(null)));
    }
}
