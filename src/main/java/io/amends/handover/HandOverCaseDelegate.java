package io.amends.handover;

import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.casefile.Handover;
import io.amends.casefile.RunningCase;
import io.amends.clock.CaseClocks;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the case and its owner's open work to the new owner, who has agreed (K-6). */
@Component
class HandOverCaseDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final RunningCase running;
    private final OwnersTasks tasks;

    HandOverCaseDelegate(CaseFiles cases, CaseClocks clocks, RunningCase running, OwnersTasks tasks) {
        this.cases = cases;
        this.clocks = clocks;
        this.running = running;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        // always before the register's row, as whoever closes the case does
        clocks.hold(caseNumber);
        cases.handOver(
                        caseNumber,
                        HandoverProcess.NEW_OWNER.get(execution),
                        HandoverProcess.REASON.get(execution),
                        HandoverProcess.ASKED_BY.find(execution).orElse(null))
                .ifPresent(handover -> settle(caseNumber, handover));
        // tells this letter to the customer from an earlier one
        HandoverProcess.NUMBER.set(execution, cases.handovers(caseNumber).size());
    }

    private void settle(String caseNumber, Handover handover) {
        running.tell(caseNumber, Map.of(CaseVariables.OWNER.name(), handover.to()));
        tasks.move(caseNumber, handover.from(), handover.to());
    }
}
