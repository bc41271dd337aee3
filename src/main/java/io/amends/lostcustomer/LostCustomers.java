package io.amends.lostcustomer;

import java.util.Optional;

/** The cases of lost customers as they stand. */
public interface LostCustomers {

    Optional<LostCustomer> find(String caseNumber);

    /** Number of the case that runs for a customer. */
    Optional<String> runningOf(String customerNumber);
}
