package io.amends.handover;

import io.amends.modeling.HouseMessages;
import io.amends.modeling.ModelSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What this module tells processes about owners. */
@Component
class HandoverMessages implements HouseMessages {

    @Override
    public Set<String> names(ModelSet models) {
        return Set.of(HandoverProcess.HANDOVER_ASKED, HandoverProcess.CASE_CLOSED);
    }
}
