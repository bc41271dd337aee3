package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.customer.CustomerDirectory;
import io.amends.customer.Satisfaction;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the first talk: who the customer is, the clock met, and whether it was settled in the quick lane (K-2, K-7, K-11, K-21). */
@Component
class RecordContactDelegate implements JavaDelegate {

    private final Complaints complaints;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final CustomerDirectory customers;
    private final Clock clock;

    RecordContactDelegate(
            Complaints complaints, CaseFiles cases, CaseClocks clocks, CustomerDirectory customers, Clock clock) {
        this.complaints = complaints;
        this.cases = cases;
        this.clocks = clocks;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        ComplaintProcess.CUSTOMER_CHOICE.find(execution).ifPresent(choice -> {
            complaints.identify(caseNumber, choice);
            CaseVariables.CUSTOMER.set(execution, choice);
            customers.recordSatisfactionBefore(choice, caseNumber);
        });
        boolean inTime = "yes".equals(ComplaintProcess.SETTLED.orElse(execution, "no")) && quickLaneOpen(caseNumber);
        ComplaintProcess.SETTLED_IN_TIME.set(execution, inTime);
        if (inTime) {
            CaseVariables.OUTCOME.set(execution, "settled");
            clocks.meet(caseNumber, ComplaintProcess.QUICK_LANE);
        } else {
            // what is not settled at the first talk is investigated, which the quick lane does not promise
            clocks.stop(caseNumber, ComplaintProcess.QUICK_LANE);
        }
        clocks.meet(caseNumber, ComplaintProcess.FIRST_CONTACT);
        recordSatisfaction(execution, caseNumber);
    }

    private boolean quickLaneOpen(String caseNumber) {
        return clocks.find(caseNumber, ComplaintProcess.QUICK_LANE)
                .filter(CaseClock::running)
                .filter(lane -> !clock.instant().isAfter(lane.due()))
                .isPresent();
    }

    private void recordSatisfaction(DelegateExecution execution, String caseNumber) {
        Optional<String> customer = cases.find(caseNumber).map(CaseFile::customerNumber);
        Optional<Integer> score = ComplaintProcess.SATISFACTION_NOW.find(execution);
        if (customer.isPresent() && score.isPresent()) {
            customers.recordSatisfaction(customer.get(), caseNumber, Satisfaction.Moment.AT_COMPLAINT, score.get());
        }
    }
}
