package io.amends.lostcustomer;

import io.amends.casefile.CaseFiles;
import io.amends.complaint.ReadMail;
import io.amends.customer.Customer;
import io.amends.customer.CustomerDirectory;
import io.amends.inbox.MailTaker;
import io.amends.inbox.TakenMail;
import org.springframework.stereotype.Component;

/**
 * Takes mail to the case of a lost customer (T-3): whoever owns it, else customer retention, reads it. Free words are never taken
 * for a yes, and a program's mail is only recorded before it comes here.
 */
@Component
class LostCustomerMail implements MailTaker {

    private final LostCustomers lostCustomers;
    private final CaseFiles cases;
    private final CustomerDirectory customers;
    private final ReadMail readMail;

    LostCustomerMail(LostCustomers lostCustomers, CaseFiles cases, CustomerDirectory customers, ReadMail readMail) {
        this.lostCustomers = lostCustomers;
        this.cases = cases;
        this.customers = customers;
        this.readMail = readMail;
    }

    @Override
    public boolean knows(String caseNumber) {
        return lostCustomers.find(caseNumber).isPresent();
    }

    @Override
    public boolean isParty(String caseNumber, String address) {
        return lostCustomers
                .find(caseNumber)
                .flatMap(lost -> customers.byNumber(lost.customerNumber()))
                .map(Customer::mail)
                .filter(own -> own.strip().equalsIgnoreCase(address.strip()))
                .isPresent();
    }

    @Override
    public void join(String caseNumber, TakenMail mail, boolean customersVoice) {
        readMail.start(cases.find(caseNumber).orElseThrow(), mail.number(), customersVoice);
    }
}
