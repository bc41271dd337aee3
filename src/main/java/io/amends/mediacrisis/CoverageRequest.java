package io.amends.mediacrisis;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/cases/{caseNumber}/coverage}, read field by field, so that all that is wrong is named in one answer. */
final class CoverageRequest {

    private static final Set<String> TEXTS =
            Set.of("source", "externalId", "outlet", "title", "link", "tone", "publishedAt");
    private static final String ENQUIRIES = "enquiries";
    private static final String CARRIES_MESSAGE = "carriesMessage";
    private static final String PUBLISHED_AT = "publishedAt";
    private static final String DEFAULT_SOURCE = "api";
    private static final Set<String> RESERVED = Set.of(RecordCoverageAction.SOURCE);
    private static final int SHOWN = 100;

    private final Map<String, String> texts = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Integer enquiries;
    private @Nullable Boolean carriesMessage;

    private CoverageRequest() {}

    /** @throws FormRefusal naming every field that is missing, mistyped, unknown or does not fit */
    static CoverageDraft read(JsonNode body, Clock clock) {
        if (!body.isObject()) {
            throw new FormRefusal("body", "must be a JSON object");
        }
        return new CoverageRequest().draft(body, clock);
    }

    private CoverageDraft draft(JsonNode body, Clock clock) {
        body.properties().forEach(field -> read(field.getKey(), field.getValue()));
        Instant publishedAt = publishedAt();
        CoverageDraft draft = new CoverageDraft(
                text("source", DEFAULT_SOURCE),
                text("externalId", ""),
                text("outlet", ""),
                text("title", ""),
                text("link", ""),
                text("tone", ""),
                enquiries,
                carriesMessage,
                publishedAt);
        if (RESERVED.contains(draft.source())) {
            findings.add(new Finding("source", "is reserved for what the house's own people record"));
        }
        Set<String> named = findings.stream().map(Finding::field).collect(Collectors.toSet());
        List<Finding> all = Stream.concat(
                        findings.stream(),
                        draft.findings(clock.instant()).stream().filter(finding -> !named.contains(finding.field())))
                .toList();
        if (!all.isEmpty()) {
            throw new FormRefusal(all);
        }
        return draft;
    }

    private void read(String field, JsonNode value) {
        if (value.isNull()) {
            known(field);
        } else if (TEXTS.contains(field)) {
            if (value.isTextual()) {
                texts.put(field, value.asText().strip());
            } else {
                findings.add(new Finding(field, "must be a string"));
            }
        } else if (field.equals(ENQUIRIES)) {
            if (value.isIntegralNumber() && value.canConvertToInt()) {
                enquiries = value.asInt();
            } else {
                findings.add(new Finding(field, "must be a whole number"));
            }
        } else if (field.equals(CARRIES_MESSAGE)) {
            if (value.isBoolean()) {
                carriesMessage = value.asBoolean();
            } else {
                findings.add(new Finding(field, "must be true or false"));
            }
        } else {
            known(field);
        }
    }

    private void known(String field) {
        if (!TEXTS.contains(field) && !field.equals(ENQUIRIES) && !field.equals(CARRIES_MESSAGE)) {
            String shown = field.length() > SHOWN ? field.substring(0, SHOWN) + "…" : field;
            findings.add(new Finding(shown, "is not known here"));
        }
    }

    private @Nullable Instant publishedAt() {
        String text = text(PUBLISHED_AT, "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            findings.add(new Finding(PUBLISHED_AT, "must be a date and time with its zone, such as 2026-11-22T10:00Z"));
            return null;
        }
    }

    private String text(String field, String missing) {
        return texts.getOrDefault(field, missing);
    }
}
