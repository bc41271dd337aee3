package io.amends.complaint;

import io.amends.modeling.HouseMessages;
import io.amends.modeling.ModelSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What this module tells running complaints, and what begins one. */
@Component
class ComplaintMessages implements HouseMessages {

    @Override
    public Set<String> names(ModelSet models) {
        return Set.of(
                ComplaintProcess.COMPLAINT_RECEIVED,
                ComplaintProcess.CONTACTED_AGAIN,
                ComplaintProcess.CUSTOMER_REPLIED,
                ComplaintProcess.CUSTOMER_DECIDED,
                ComplaintProcess.WITHDRAWN,
                ComplaintProcess.REGULATOR_INVOLVED,
                ComplaintProcess.MEDIA_THREAT_RAISED,
                ComplaintProcess.SURVEY_ANSWERED);
    }

    @Override
    public Map<String, String> starts() {
        return Map.of(ComplaintProcess.COMPLAINT_RECEIVED, ComplaintProcess.KEY);
    }
}
