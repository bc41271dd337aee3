package io.amends.mediacrisis;

import io.amends.modeling.HouseMessages;
import io.amends.modeling.ModelSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What this module tells running media crises, and what begins one. */
@Component
class MediaCrisisMessages implements HouseMessages {

    @Override
    public Set<String> names(ModelSet models) {
        return Set.of(
                MediaCrisisProcess.MEDIA_EVENT_REPORTED,
                MediaCrisisProcess.JOURNALIST_CALLED,
                MediaCrisisProcess.LEVEL_CHANGED,
                MediaCrisisProcess.WATCH_LEVEL_CHANGED,
                MediaCrisisProcess.ANSWER_TAKEN_BACK,
                MediaCrisisProcess.REPORT_FOUND_WRONG,
                MediaCrisisProcess.REPORT_CORRECTED,
                MediaCrisisProcess.PUBLIC_UPDATE_DUE,
                UpdateProcess.NOTHING_OWED);
    }

    @Override
    public Map<String, String> starts() {
        return Map.of(MediaCrisisProcess.MEDIA_EVENT_REPORTED, MediaCrisisProcess.KEY);
    }
}
