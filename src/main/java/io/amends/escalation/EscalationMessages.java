package io.amends.escalation;

import io.amends.modeling.HouseMessages;
import io.amends.modeling.ModelSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What this module tells running escalations. */
@Component
class EscalationMessages implements HouseMessages {

    @Override
    public Set<String> names(ModelSet models) {
        return Set.of(EscalationProcess.CLOCK_MET);
    }
}
