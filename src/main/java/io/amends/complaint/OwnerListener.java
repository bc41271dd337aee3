package io.amends.complaint;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Who speaks with the customer first owns the case until it closes (K-6). */
@Component
class OwnerListener implements TaskListener {

    private final CaseFiles cases;

    OwnerListener(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() == null) {
            return;
        }
        String caseNumber = CaseVariables.CASE_NUMBER.get(task);
        cases.takeOwnership(caseNumber, task.getAssignee());
        cases.find(caseNumber).ifPresent(file -> task.setVariable(CaseVariables.OWNER.name(), file.owner()));
    }
}
