package io.amends.lostcustomer;

import io.amends.staff.People;
import java.math.BigDecimal;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Numbers the offer, notes what it is and the proposer's role (L-9, K-12). */
@Component
class RecordOfferDelegate implements JavaDelegate {

    private final OfferTable offers;
    private final People people;

    RecordOfferDelegate(OfferTable offers, People people) {
        this.offers = offers;
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LostCustomerProcess.PROPOSAL_NUMBER.set(
                execution, LostCustomerProcess.PROPOSAL_NUMBER.orElse(execution, 0) + 1);
        LostCustomerProcess.PROPOSER_ROLE.set(execution, role(execution));
        offers.prepared(
                execution.getProcessBusinessKey(),
                LostCustomerProcess.OFFER_KIND.get(execution),
                new BigDecimal(
                        execution.getVariable(LostCustomerProcess.AMOUNT.name()).toString()));
    }

    private String role(DelegateExecution execution) {
        List<String> groups = LostCustomerProcess.PROPOSER
                .find(execution)
                .map(people::groupsOf)
                .orElse(List.of());
        return ProposerRole.of(groups);
    }
}
