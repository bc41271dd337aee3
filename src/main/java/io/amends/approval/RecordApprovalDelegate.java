package io.amends.approval;

import io.amends.modeling.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the decision on a remedy; within one's own authority nobody else has to decide (K-12). */
@Component
class RecordApprovalDelegate implements JavaDelegate {

    private static final Variable<String> APPROVER_GROUP = Variable.of("approverGroup", String.class);
    private static final Variable<String> APPROVAL = Variable.of("approval", String.class);
    private static final Variable<Boolean> APPROVED = Variable.of("approved", Boolean.class);

    @Override
    public void execute(DelegateExecution execution) {
        boolean ownAuthority = "none".equals(APPROVER_GROUP.get(execution));
        APPROVED.set(execution, ownAuthority || "yes".equals(APPROVAL.orElse(execution, "no")));
    }
}
