package io.amends.mediacrisis;

import io.amends.casefile.PlainTime;
import io.amends.promise.PromisedTo;
import io.amends.promise.Promises;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the form <em>Keep the promise</em> opens with: what was promised on the crisis, by when, and whether a journalist waits (K-8). */
@Component
class PromiseFormPart implements CrisisFormPart {

    private final Promises promises;
    private final PlainTime time;

    PromiseFormPart(Promises promises, PlainTime time) {
        this.promises = promises;
        this.time = time;
    }

    @Override
    public Map<String, Object> of(MediaCrisis crisis, Map<String, Object> variables) {
        if (!(variables.get("promiseId") instanceof Number id)) {
            return Map.of();
        }
        return promises.of(crisis.caseNumber()).stream()
                .filter(promise -> promise.id() == id.longValue())
                .findFirst()
                .map(promise -> Map.<String, Object>of(
                        // a crisis is about no product
                        "facts",
                        Map.of("product", ""),
                        "promise",
                        Map.of(
                                "what", promise.what(),
                                "due", time.day(promise.due()),
                                "toMedia", promise.to() == PromisedTo.MEDIA)))
                .orElse(Map.of());
    }
}
