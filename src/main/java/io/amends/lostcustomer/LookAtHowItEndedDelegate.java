package io.amends.lostcustomer;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks at how the linked complaint ended; one that was withdrawn or never answered has fixed nothing (L-5). */
@Component
class LookAtHowItEndedDelegate implements JavaDelegate {

    private static final Set<String> NOTHING_FIXED = Set.of("withdrawn", "unanswered");

    private final CaseFiles cases;

    LookAtHowItEndedDelegate(CaseFiles cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String outcome = cases.find(LostCustomerProcess.COMPLAINT_CASE.get(execution))
                .map(CaseFile::outcome)
                .orElse("");
        LostCustomerProcess.COMPLAINT_OUTCOME.set(execution, outcome);
        LostCustomerProcess.FIXED.set(execution, !NOTHING_FIXED.contains(outcome));
    }
}
