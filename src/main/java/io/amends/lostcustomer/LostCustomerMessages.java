package io.amends.lostcustomer;

import io.amends.modeling.HouseMessages;
import io.amends.modeling.ModelSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What this module tells running recoveries, and what begins one. */
@Component
class LostCustomerMessages implements HouseMessages {

    @Override
    public Set<String> names(ModelSet models) {
        return Set.of(
                LostCustomerProcess.CUSTOMER_LOST,
                LostCustomerProcess.CUSTOMER_REPLIED,
                LostCustomerProcess.OFFER_DECIDED,
                LostCustomerProcess.LINKED_COMPLAINT_CLOSED,
                LostCustomerProcess.NEVER_CONTACT,
                LostCustomerProcess.CAME_BACK_BY_THEMSELVES);
    }

    @Override
    public Map<String, String> starts() {
        return Map.of(LostCustomerProcess.CUSTOMER_LOST, LostCustomerProcess.KEY);
    }
}
