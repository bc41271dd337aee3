package io.amends.lostcustomer;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Notes that a customer whom we cannot write to was told of the offer by phone, and the answer if they gave one (L-9). */
@Component
class OfferToldListener implements TaskListener {

    private final OfferTable offers;
    private final Clock clock;

    OfferToldListener(OfferTable offers, Clock clock) {
        this.offers = offers;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        String caseNumber = task.getExecution().getProcessBusinessKey();
        String told = OfferProcess.TOLD.get(task);
        Instant now = clock.instant();
        offers.made(caseNumber, now);
        boolean accepted = told.equals(OfferProcess.ACCEPTED);
        if (accepted || told.equals(OfferProcess.DECLINED)) {
            String why = accepted ? null : OfferProcess.DECLINED_WHY.find(task).orElse(null);
            offers.answered(caseNumber, told, why, now);
            task.setVariable(LostCustomerProcess.OFFER_ANSWER.name(), told);
        }
    }
}
