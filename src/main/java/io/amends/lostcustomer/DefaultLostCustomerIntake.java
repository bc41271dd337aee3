package io.amends.lostcustomer;

import io.amends.casefile.CaseFiles;
import io.amends.customer.CustomerDirectory;
import io.amends.modeling.FormRefusal;
import java.time.Clock;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DefaultLostCustomerIntake implements LostCustomerIntake {

    private final CustomerDirectory customers;
    private final CaseFiles cases;
    private final RuntimeService runtime;
    private final Clock clock;

    DefaultLostCustomerIntake(CustomerDirectory customers, CaseFiles cases, RuntimeService runtime, Clock clock) {
        this.customers = customers;
        this.cases = cases;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Taken take(NewLostCustomer lost) {
        var customer = customers
                .byNumber(lost.customerNumber())
                .orElseThrow(() -> new FormRefusal("customerNumber", "is not the number of a known customer"));
        var caseNumber = cases.open("LCR", "lost-customer", lost.signal().code(), customer.number(), clock.instant());
        var process = runtime.createMessageCorrelation("customer-lost")
                .processInstanceBusinessKey(caseNumber)
                .setVariable("caseNumber", caseNumber)
                .setVariable("customer", customer.number())
                .correlateStartMessage();
        cases.started(caseNumber, process.getProcessInstanceId());
        return new Taken(caseNumber, null);
    }
}
