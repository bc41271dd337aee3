package io.amends.lostcustomer;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody answered: the offer is over (L-9). */
@Component
class ExpireOfferDelegate implements JavaDelegate {

    private final OfferTable offers;
    private final Clock clock;

    ExpireOfferDelegate(OfferTable offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offers.answered(execution.getProcessBusinessKey(), OfferProcess.EXPIRED, null, clock.instant());
        LostCustomerProcess.OFFER_ANSWER.set(execution, OfferProcess.EXPIRED);
    }
}
