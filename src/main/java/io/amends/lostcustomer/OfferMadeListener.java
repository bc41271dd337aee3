package io.amends.lostcustomer;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Notes when the letter with the offer was written (L-9). */
@Component
class OfferMadeListener implements ExecutionListener {

    private final OfferTable offers;
    private final Clock clock;

    OfferMadeListener(OfferTable offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        offers.made(execution.getProcessBusinessKey(), clock.instant());
    }
}
