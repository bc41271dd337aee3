package io.amends.complaint;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.clock.CaseClocks;
import io.amends.handover.Handovers;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case with its outcome and ends its clocks (C-7, K-11). */
@Component
class SealCaseDelegate implements JavaDelegate {

    private static final Set<String> WITHOUT_ANSWER = Set.of("withdrawn", "unanswered");

    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final Handovers handovers;

    SealCaseDelegate(CaseFiles cases, CaseClocks clocks, Handovers handovers) {
        this.cases = cases;
        this.clocks = clocks;
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        String outcome = ComplaintProcess.CLOSED_AS
                .find(execution)
                .or(() -> CaseVariables.OUTCOME.find(execution))
                .orElse("agreed");
        // whoever asks for a handover at this moment has done so or finds the case closed
        clocks.hold(caseNumber);
        handovers.caseClosed(caseNumber);
        if (WITHOUT_ANSWER.contains(outcome)) {
            clocks.stopAll(caseNumber);
        } else {
            clocks.stop(caseNumber, ComplaintProcess.QUICK_LANE);
            meetOwn(caseNumber, execution.getProcessInstanceId());
        }
        cases.close(caseNumber, outcome);
    }

    /**
     * A promise that is not kept yet stays owed, whatever became of the complaint (K-8). The quick lane was met by the talk that settled it, and by nothing
     * else (K-11).
     */
    private void meetOwn(String caseNumber, String complaint) {
        clocks.of(caseNumber).stream()
                .filter(clock -> clock.running() && clock.holder().equals(complaint))
                .forEach(clock -> clocks.meet(caseNumber, clock.name()));
    }
}
