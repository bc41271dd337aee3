package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.casefile.RunningCase;
import io.amends.clock.Budget;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockStart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the clocks that the decision chose, from the moment of receipt (K-5, K-11, C-3). */
@Component
class StartClocksDelegate implements JavaDelegate {

    private final Complaints complaints;
    private final CaseClocks clocks;
    private final CaseFiles cases;
    private final RunningCase running;

    StartClocksDelegate(Complaints complaints, CaseClocks clocks, CaseFiles cases, RunningCase running) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.cases = cases;
        this.running = running;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        CaseFile file = cases.find(caseNumber).orElseThrow();
        List<?> plan = ComplaintProcess.CLOCK_PLAN.get(execution);
        // a case that rests because the customer is silent has no clocks until it goes on (K-14)
        if (file.state().equals("open")) {
            start(execution, plan);
        }
        int priority = plan.stream()
                .mapToInt(row -> number((Map<?, ?>) row, "priority"))
                .max()
                .orElse(0);
        CaseVariables.PRIORITY.set(execution, priority);
        String severity = CaseVariables.SEVERITY.get(execution);
        cases.setSeverity(caseNumber, severity);
        if (file.severity() != null && !file.severity().equals(severity)) {
            running.becomes(caseNumber, severity, priority);
        }
    }

    private void start(DelegateExecution execution, List<?> plan) {
        String caseNumber = execution.getProcessBusinessKey();
        Instant received = complaints.find(caseNumber).orElseThrow().receivedAt();
        // the complaint is told of warnings and deadlines; its assessment is over in a moment
        String holder = execution.getProcessInstance().getSuperExecution().getProcessInstanceId();
        for (Object row : plan) {
            Map<?, ?> clock = (Map<?, ?>) row;
            String name = String.valueOf(clock.get("clock"));
            if (isOwed(caseNumber, name)) {
                clocks.start(new ClockStart(caseNumber, name, holder, budget(clock), null, received));
            }
        }
    }

    /** The first talk ends the quick lane: what it did not settle is not promised again when the case is assessed anew (K-11). */
    private boolean isOwed(String caseNumber, String clock) {
        return !clock.equals(ComplaintProcess.QUICK_LANE)
                || clocks.find(caseNumber, clock).map(CaseClock::running).orElse(true);
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
