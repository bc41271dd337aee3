package io.amends.mediacrisis;

import io.amends.casefile.CaseFormFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the forms of a media crisis open with. */
@Component
class MediaCrisisFormFacts implements CaseFormFacts {

    private final MediaCrisisTable crises;
    private final List<CrisisFormPart> parts;

    MediaCrisisFormFacts(MediaCrisisTable crises, List<CrisisFormPart> parts) {
        this.crises = crises;
        this.parts = parts;
    }

    @Override
    public String processKey() {
        return MediaCrisisProcess.KEY;
    }

    @Override
    public Map<String, Object> of(String caseNumber, Map<String, Object> variables) {
        Map<String, Object> all = new LinkedHashMap<>();
        crises.find(caseNumber).ifPresent(crisis -> parts.forEach(part -> all.putAll(part.of(crisis, variables))));
        return all;
    }
}
