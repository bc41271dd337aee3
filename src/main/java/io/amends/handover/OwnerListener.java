package io.amends.handover;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.casefile.RunningCase;
import io.amends.clock.CaseClocks;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Whoever claims the first contact with the customer owns the case until it closes or is handed over (K-6). */
@Component
class OwnerListener implements TaskListener {

    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final RunningCase running;

    OwnerListener(CaseFiles cases, CaseClocks clocks, RunningCase running) {
        this.cases = cases;
        this.clocks = clocks;
        this.running = running;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = CaseVariables.CASE_NUMBER.get(task);
        // always before the register's row, as whoever assesses the case anew does
        clocks.hold(caseNumber);
        Optional<String> before = cases.find(caseNumber).map(CaseFile::owner);
        if (task.getAssignee() != null) {
            cases.takeOwnership(caseNumber, task.getAssignee());
        } else if (before.isPresent() && firstOwnerGivesBack(task, caseNumber)) {
            cases.giveBackOwnership(caseNumber, before.get());
        }
        String owner = cases.find(caseNumber).map(CaseFile::owner).orElse(null);
        if (!Objects.equals(owner, CaseVariables.OWNER.find(task).orElse(null))) {
            running.tell(caseNumber, Collections.singletonMap(CaseVariables.OWNER.name(), owner));
        }
    }

    /** Nobody has spoken with the customer yet, nor has the customer been told of another owner. */
    private boolean firstOwnerGivesBack(DelegateTask task, String caseNumber) {
        return CaseVariables.EPISODE.orElse(task, 1) == 1
                && cases.handovers(caseNumber).isEmpty();
    }
}
