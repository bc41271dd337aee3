package io.amends.complaint;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.modeling.FormRefusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The body of {@code POST /api/complaints}, read field by field, so that all that is wrong is named in one answer. */
class ComplaintRequest {

    private static final String SOURCE = "source";
    private static final String DEFAULT_SOURCE = "api";
    private static final Set<String> RESERVED = Set.of("tasklist", "web", "mail");

    private final Clock clock;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private ComplaintRequest(Clock clock) {
        this.clock = clock;
    }

    /** @throws FormRefusal naming every field that is missing, mistyped, unknown or does not fit */
    static NewComplaint read(JsonNode body, Clock clock) {
        if (!body.isObject()) {
            throw new FormRefusal("body", "must be a JSON object");
        }
        return new ComplaintRequest(clock).complaint(body);
    }

    private NewComplaint complaint(JsonNode body) {
        body.properties().forEach(field -> read(field.getKey(), field.getValue()));
        var source = texts.getOrDefault(SOURCE, DEFAULT_SOURCE);
        if (RESERVED.contains(source)) {
            faults.add(Fault.of(SOURCE, "reserved"));
        }
        var draft = new ComplaintDraft(texts, source, "message", clock);
        if (faults.isEmpty()) {
            return draft.complaint();
        }
        var named = faults.stream().map(Fault::field).collect(Collectors.toSet());
        throw IntakeWords.refusal(
                Stream.concat(faults.stream(), draft.faults().stream().filter(fault -> !named.contains(fault.field())))
                        .toList());
    }

    private void read(String field, JsonNode value) {
        if (ComplaintDraft.FLAGS.contains(field)) {
            if (value.isBoolean()) {
                texts.put(field, value.asText());
            } else if (!value.isNull()) {
                faults.add(Fault.of(field, "flag"));
            }
        } else if (ComplaintDraft.TEXTS.contains(field) || field.equals(SOURCE)) {
            if (value.isTextual()) {
                texts.put(field, value.asText());
            } else if (!value.isNull()) {
                faults.add(Fault.of(field, "type", "a string"));
            }
        } else {
            var shown = field.length() > 100 ? field.substring(0, 100) + "…" : field;
            faults.add(Fault.of(shown, "foreign"));
        }
    }
}
