package io.amends.complaint;

import io.amends.casefile.CaseFile;
import io.amends.casefile.CaseFiles;
import io.amends.casefile.CaseVariables;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks up what the severity depends on: the customer's value, a repeat, how we can write (K-2, K-3, K-21). */
@Component
class LookUpCustomerDelegate implements JavaDelegate {

    private final Complaints complaints;
    private final CustomerDirectory customers;
    private final CaseFiles cases;

    LookUpCustomerDelegate(Complaints complaints, CustomerDirectory customers, CaseFiles cases) {
        this.complaints = complaints;
        this.customers = customers;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        Complaint complaint = complaints.find(caseNumber).orElseThrow();
        Optional<Customer> customer =
                cases.find(caseNumber).map(CaseFile::customerNumber).flatMap(customers::byNumber);
        customer.ifPresent(known -> customers.recordSatisfactionBefore(known.number(), caseNumber));
        CaseVariables.VALUE_TIER.set(execution, customer.map(Customer::tier).orElse("none"));
        execution.setVariable(
                CaseVariables.CUSTOMER.name(), customer.map(Customer::number).orElse(null));
        ComplaintProcess.REPEAT.set(execution, complaint.repeatOf() != null);
        CaseVariables.CAN_WRITE.set(
                execution,
                complaint.mail() != null || customer.map(Customer::mail).isPresent());
        execution.setVariable(
                CaseVariables.OWNER.name(),
                cases.find(caseNumber).map(CaseFile::owner).orElse(null));
    }
}
