package io.amends.lostcustomer;

import io.amends.casefile.CaseClosed;
import io.amends.casefile.CaseFiles;
import io.amends.customer.AskedNotToBeContacted;
import io.amends.customer.CustomersBought;
import io.amends.satisfaction.CustomerAtRisk;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** What happens elsewhere in the house and changes the case of a lost customer, in the same transaction. */
@Component
class LostCustomerEvents {

    private final LostCustomerIntake intake;
    private final LostCustomerTable table;
    private final CaseFiles cases;
    private final LostCustomerVoice voice;

    LostCustomerEvents(LostCustomerIntake intake, LostCustomerTable table, CaseFiles cases, LostCustomerVoice voice) {
        this.intake = intake;
        this.table = table;
        this.cases = cases;
        this.voice = voice;
    }

    /** Twice not satisfied over one matter: they are about to be lost (K-18, L-1). */
    @EventListener
    void atRisk(CustomerAtRisk customer) {
        String caseNumber = intake.take(new NewLostCustomer(
                        customer.customerNumber(), Signal.DISSATISFIED, customer.caseNumber(), null, null, null))
                .caseNumber();
        cases.link(caseNumber, customer.caseNumber(), "lost-over");
        if (table.find(caseNumber).filter(lost -> lost.complaintCase() == null).isPresent()) {
            table.link(caseNumber, customer.caseNumber());
        }
    }

    /**
     * Binding at once, whatever the case waits for (L-2, L-8). At the end of the transaction, for it may be a step of that very
     * case that has found it out.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    void leaveAlone(AskedNotToBeContacted customer) {
        table.runningOf(customer.customerNumber())
                .ifPresent(caseNumber -> voice.tell(caseNumber, LostCustomerProcess.NEVER_CONTACT, Map.of()));
    }

    /** Who buys while the case still waits to talk with them came back by themselves (L-10). */
    @EventListener
    void cameBack(CustomersBought customers) {
        table.boughtAgain(customers.customerNumbers()).forEach(this::cameBack);
    }

    private void cameBack(LostCustomerTable.BoughtAgain customer) {
        if (voice.awaits(customer.caseNumber(), LostCustomerProcess.CAME_BACK_BY_THEMSELVES)) {
            table.cameBack(customer.caseNumber(), customer.at());
            voice.tell(
                    customer.caseNumber(),
                    LostCustomerProcess.CAME_BACK_BY_THEMSELVES,
                    Map.of(LostCustomerProcess.CAME_BACK.name(), true));
        }
    }

    /** A recovery that waited for the complaint goes on (L-5). */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    void linkedComplaintClosed(CaseClosed complaint) {
        table.runningWith(complaint.caseNumber())
                .forEach(caseNumber -> voice.tell(caseNumber, LostCustomerProcess.LINKED_COMPLAINT_CLOSED, Map.of()));
    }
}
