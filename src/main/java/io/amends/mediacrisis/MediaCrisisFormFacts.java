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
        crises.find(caseNumber).ifPresent(crisis -> parts.forEach(part -> join(all, part.of(crisis, variables))));
        return all;
    }

    /** Maps of the same name are joined, so that parts add to {@code facts} and do not replace them. */
    @SuppressWarnings("unchecked")
    private static void join(Map<String, Object> all, Map<String, Object> more) {
        more.forEach((name, value) -> {
            if (all.get(name) instanceof Map<?, ?> known && value instanceof Map<?, ?> added) {
                Map<String, Object> both = new LinkedHashMap<>((Map<String, Object>) known);
                both.putAll((Map<String, Object>) added);
                all.put(name, both);
            } else {
                all.put(name, value);
            }
        });
    }
}
