package io.amends.lostcustomer;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.customer.AssumptionTable;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.lostcustomer.LostCustomer.Reported;
import io.amends.lostcustomer.LostCustomer.Value;
import io.amends.modeling.FormRefusal;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes lost customers in: is one running for them, was it taken up before, else a case of its own. All of it in one transaction. */
@Service
class DefaultLostCustomerIntake implements LostCustomerIntake {

    private final CustomerDirectory customers;
    private final CustomerHistory history;
    private final AssumptionTable assumptions;
    private final CaseFiles cases;
    private final LostCustomerTable table;
    private final LostCustomerStart process;
    private final Clock clock;

    DefaultLostCustomerIntake(
            CustomerDirectory customers,
            CustomerHistory history,
            AssumptionTable assumptions,
            CaseFiles cases,
            LostCustomerTable table,
            LostCustomerStart process,
            Clock clock) {
        this.customers = customers;
        this.history = history;
        this.assumptions = assumptions;
        this.cases = cases;
        this.table = table;
        this.process = process;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Taken take(NewLostCustomer lost) {
        return take(lost, Reported.NOTHING, false);
    }

    /**
     * As {@link #take(NewLostCustomer)}, with what whoever registered them knew.
     *
     * @param form whether a person starts it by the Tasklist's form, else it starts by message
     */
    @Transactional
    public Taken take(NewLostCustomer lost, Reported reported, boolean form) {
        Customer customer = customers
                .byNumber(lost.customerNumber())
                .orElseThrow(() -> new FormRefusal("customerNumber", "is not the number of a known customer"));
        String number = customer.number();
        table.lock(number);
        return table.runningOf(number)
                .map(running -> new Taken(running, "recovery-running"))
                .or(() -> table.takenUp(number, lost.signal(), lost.reference())
                        .map(before -> new Taken(before, "taken-up-before")))
                .orElseGet(() -> open(lost, reported, customer, form));
    }

    private Taken open(NewLostCustomer lost, Reported reported, Customer customer, boolean form) {
        String number = customer.number();
        var now = clock.instant();
        String caseNumber = cases.open(
                LostCustomerProcess.PREFIX,
                LostCustomerProcess.KEY,
                lost.signal().code(),
                number,
                now);
        cases.describeParty(caseNumber, customer.name(), customer.mail());
        cases.describeMatter(caseNumber, lost.note());
        NewLostCustomer known = new NewLostCustomer(
                number, lost.signal(), lost.reference(), lost.scanId(), lost.note(), lost.registeredBy());
        table.add(caseNumber, known, reported, value(number), now);
        table.run(number, caseNumber);
        if (lost.signal() == Signal.DISSATISFIED && cases.find(lost.reference()).isPresent()) {
            table.link(caseNumber, lost.reference());
            cases.link(caseNumber, lost.reference(), "lost-over");
        }
        String instance = process.start(caseNumber, customer, lost.signal(), form);
        cases.started(caseNumber, instance);
        return new Taken(caseNumber, null);
    }

    /** Nothing for somebody who never bought. */
    private Value value(String customerNumber) {
        return history.value(customerNumber)
                .orElseGet(() -> new Value(
                        "none",
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        assumptions.current().version()));
    }

    /** The process instance of a case. */
    String instanceOf(String caseNumber) {
        return cases.find(caseNumber)
                .map(CaseFile::processInstanceId)
                .orElseThrow(() -> new IllegalStateException("The case " + caseNumber + " has no process"));
    }
}
