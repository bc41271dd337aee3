package io.amends.satisfaction;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.customer.CustomerDirectory;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts a customer on watch who was lost twice over one matter, and says so to whoever listens (K-18, L-1). */
@Component
class WatchCustomerDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CustomerDirectory customers;
    private final ApplicationEventPublisher events;

    WatchCustomerDelegate(CaseFiles cases, CustomerDirectory customers, ApplicationEventPublisher events) {
        this.cases = cases;
        this.customers = customers;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        cases.find(caseNumber).map(CaseFile::customerNumber).ifPresent(customer -> {
            customers.watchAsAtRisk(customer, caseNumber);
            events.publishEvent(new CustomerAtRisk(customer, caseNumber));
        });
    }
}
