package io.amends.lostcustomer;

import java.util.Optional;
import org.springframework.stereotype.Service;

@Service
class JdbcLostCustomers implements LostCustomers {

    private final LostCustomerTable table;

    JdbcLostCustomers(LostCustomerTable table) {
        this.table = table;
    }

    @Override
    public Optional<LostCustomer> find(String caseNumber) {
        return table.find(caseNumber);
    }

    @Override
    public Optional<String> runningOf(String customerNumber) {
        return table.runningOf(customerNumber);
    }
}
