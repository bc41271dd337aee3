package io.amends.callout;

import io.amends.modeling.HouseMessages;
import io.amends.modeling.ModelSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What this module tells running call-outs. */
@Component
class CallOutMessages implements HouseMessages {

    @Override
    public Set<String> names(ModelSet models) {
        return Set.of(CallOutProcess.LEVEL_CHANGED, CallOutProcess.WITHDRAWN);
    }
}
