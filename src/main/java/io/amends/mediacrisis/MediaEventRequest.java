package io.amends.mediacrisis;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/media-events}, read field by field, so that all that is wrong is named in one answer. */
final class MediaEventRequest {

    private static final String DEFAULT_SOURCE = "api";
    private static final Set<String> RESERVED = Set.of("tasklist", "complaint");

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Boolean> flags = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private MediaEventRequest() {}

    /** @throws FormRefusal naming every field that is missing, mistyped, unknown or does not fit */
    static NewMediaEvent read(JsonNode body, @Nullable String reportedBy, Clock clock) {
        if (!body.isObject()) {
            throw new FormRefusal("body", "must be a JSON object");
        }
        return new MediaEventRequest().event(body, reportedBy, clock);
    }

    private NewMediaEvent event(JsonNode body, @Nullable String reportedBy, Clock clock) {
        body.properties().forEach(field -> read(field.getKey(), field.getValue()));
        if (RESERVED.contains(texts.getOrDefault("source", DEFAULT_SOURCE))) {
            findings.add(new Finding("source", "is reserved for the house's own events"));
        }
        MediaEventDraft draft = new MediaEventDraft(texts, flags, clock);
        NewMediaEvent event = draft.event(DEFAULT_SOURCE, reportedBy, false);
        Set<String> named = findings.stream().map(Finding::field).collect(Collectors.toSet());
        List<Finding> all = Stream.concat(
                        findings.stream(),
                        draft.findings().stream().filter(finding -> !named.contains(finding.field())))
                .toList();
        if (!all.isEmpty()) {
            throw new FormRefusal(all);
        }
        return event;
    }

    private void read(String field, JsonNode value) {
        if (MediaEventDraft.FLAGS.contains(field)) {
            if (value.isBoolean()) {
                flags.put(field, value.asBoolean());
            } else if (!value.isNull()) {
                findings.add(new Finding(field, "must be true or false"));
            }
        } else if (MediaEventDraft.TEXTS.contains(field)) {
            if (value.isTextual()) {
                texts.put(field, value.asText());
            } else if (!value.isNull()) {
                findings.add(new Finding(field, "must be a string"));
            }
        } else {
            String shown = field.length() > 100 ? field.substring(0, 100) + "…" : field;
            findings.add(new Finding(shown, "is no field of a media event"));
        }
    }
}
