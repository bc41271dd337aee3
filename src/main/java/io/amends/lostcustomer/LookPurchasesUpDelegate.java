package io.amends.lostcustomer;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks the purchases of a watched customer up (L-10). */
@Component
class LookPurchasesUpDelegate implements JavaDelegate {

    private final PurchaseWatch watch;

    LookPurchasesUpDelegate(PurchaseWatch watch) {
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LostCustomerProcess.REGAINED.set(execution, watch.look(execution.getProcessBusinessKey()));
    }
}
