package io.amends.promise;

import io.amends.modeling.HouseMessages;
import io.amends.modeling.ModelSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What this module tells the processes that promise. */
@Component
class PromiseMessages implements HouseMessages {

    @Override
    public Set<String> names(ModelSet models) {
        return Set.of(PromiseProcess.MADE);
    }
}
