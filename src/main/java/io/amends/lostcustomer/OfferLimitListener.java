package io.amends.lostcustomer;

import io.amends.modeling.FormRefusal;
import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Nobody offers more than the table {@code regain-offer} allows, whoever approves it; a friendly word gives nothing (L-9). */
@Component
class OfferLimitListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        BigDecimal amount = money(task.getVariable(LostCustomerProcess.AMOUNT.name()));
        BigDecimal most = money(task.getVariable(OfferProcess.OFFER_MOST.name()));
        boolean nothing = OfferProcess.REMINDER.equals(task.getVariable(LostCustomerProcess.OFFER_KIND.name()));
        if (nothing && amount.signum() > 0) {
            throw new FormRefusal(LostCustomerProcess.AMOUNT.name(), "is 0 where only a friendly word is sent");
        }
        if (amount.compareTo(most) > 0) {
            throw new FormRefusal(
                    LostCustomerProcess.AMOUNT.name(),
                    "can be " + most.stripTrailingZeros().toPlainString()
                            + " at most: more than that this customer would not bring back");
        }
    }

    private static BigDecimal money(Object value) {
        return new BigDecimal(value.toString());
    }
}
