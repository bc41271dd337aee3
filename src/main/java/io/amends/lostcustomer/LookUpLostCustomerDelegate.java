package io.amends.lostcustomer;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks up what the decisions depend on: value, purchases, complaints, agreements, how we may write, the hold-out (L-2 to L-6). */
@Component
class LookUpLostCustomerDelegate implements JavaDelegate {

    private final LostCustomerFacts facts;
    private final LostCustomerTable table;
    private final CaseFiles cases;

    LookUpLostCustomerDelegate(LostCustomerFacts facts, LostCustomerTable table, CaseFiles cases) {
        this.facts = facts;
        this.table = table;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        LostCustomerFacts.Facts found = facts.of(caseNumber);
        LostCustomer lost = found.lost();
        CaseVariables.PRIORITY.set(execution, found.priority());
        CaseVariables.VALUE_TIER.set(execution, lost.value().tier());
        CaseVariables.CAN_WRITE.set(execution, found.canWrite());
        execution.setVariable(
                CaseVariables.OWNER.name(),
                cases.find(caseNumber).map(CaseFile::owner).orElse(null));
        LostCustomerProcess.REPORTED.set(
                execution, Objects.requireNonNullElse(lost.reported().what(), ""));
        LostCustomerProcess.PURCHASES.set(execution, found.purchases());
        LostCustomerProcess.SECOND_LIFETIME_VALUE.set(
                execution, lost.value().secondLifetime().doubleValue());
        LostCustomerProcess.COST_OF_TRYING.set(execution, found.costOfTrying().doubleValue());
        LostCustomerProcess.WORTH_TRYING.set(execution, found.worthTrying());
        LostCustomerProcess.HOLD_OUT.set(execution, found.holdOut());
        LostCustomerProcess.HAD_COMPLAINT.set(execution, found.hadComplaint());
        LostCustomerProcess.ACCOUNT_CLOSED.set(execution, found.accountClosed());
        LostCustomerProcess.ENDING_KIND.set(execution, found.endingKind());
        LostCustomerProcess.MAY_THANK.set(execution, found.mayThank());
        LostCustomerProcess.WATCH_DAYS.set(execution, found.watchDays());
        nothingYet(execution);
        table.holdOut(caseNumber, found.holdOut());
    }

    /** What comes later is known to the tables and to what is called, too. */
    private static void nothingYet(DelegateExecution execution) {
        LostCustomerProcess.TALK_RESULT.set(execution, "");
        LostCustomerProcess.OFFER_ANSWER.set(execution, "");
        LostCustomerProcess.FIXED.set(execution, false);
        LostCustomerProcess.CAME_BACK.set(execution, false);
    }
}
