package io.amends.lostcustomer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Looks up whether a customer really came back: by a purchase or a contract, not by a promise (L-10). */
@Component
class PurchaseWatch {

    private final LostCustomerTable table;
    private final CustomerHistory history;

    PurchaseWatch(LostCustomerTable table, CustomerHistory history) {
        this.table = table;
        this.history = history;
    }

    /** Counts from the yes, or from the decision to leave them alone. */
    boolean look(String caseNumber) {
        LostCustomer lost = table.find(caseNumber).orElseThrow();
        Instant since = lost.cameBackAt() == null
                ? Objects.requireNonNullElse(lost.decidedAt(), lost.openedAt())
                : lost.cameBackAt();
        CustomerHistory.Bought bought = history.boughtSince(lost.customerNumber(), since);
        boolean regained = (bought.times() > 0 && bought.net().signum() > 0)
                || history.newAgreementSince(lost.customerNumber(), since);
        table.watched(caseNumber, regained, bought.net().max(BigDecimal.ZERO));
        return regained;
    }
}
