package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.clock.Budget;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockStart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the clocks that the decision chose, from the moment of receipt (K-5, C-3). */
@Component
class StartClocksDelegate implements JavaDelegate {

    private final Complaints complaints;
    private final CaseClocks clocks;
    private final CaseFiles cases;
    private final OpenWork openWork;

    StartClocksDelegate(Complaints complaints, CaseClocks clocks, CaseFiles cases, OpenWork openWork) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.cases = cases;
        this.openWork = openWork;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        Instant received = complaints.find(caseNumber).orElseThrow().receivedAt();
        List<?> plan = ComplaintProcess.CLOCK_PLAN.get(execution);
        int priority = 0;
        for (Object row : plan) {
            Map<?, ?> clock = (Map<?, ?>) row;
            clocks.start(new ClockStart(
                    caseNumber,
                    String.valueOf(clock.get("clock")),
                    execution.getProcessInstanceId(),
                    budget(clock),
                    null,
                    received));
            priority = Math.max(priority, number(clock, "priority"));
        }
        CaseVariables.PRIORITY.set(execution, priority);
        String severity = CaseVariables.SEVERITY.get(execution);
        String before = cases.find(caseNumber).map(CaseFile::severity).orElse(null);
        cases.setSeverity(caseNumber, severity);
        if (before != null && !before.equals(severity)) {
            openWork.follow(caseNumber, severity, priority);
        }
    }

    private static Budget budget(Map<?, ?> clock) {
        return new Budget(number(clock, "amount"), Budget.Unit.of(String.valueOf(clock.get("unit"))));
    }

    private static int number(Map<?, ?> clock, String column) {
        if (clock.get(column) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("complaint-clocks gives no number for '" + column + "'");
    }
}
