package io.amends.complaint;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was typed into the public form, in the form's order. */
class PublicForm {

    static final List<String> FIELDS = List.of(
            "subject",
            "product",
            "narrative",
            "wish",
            "neededBy",
            "harm",
            "safetyRisk",
            "customerName",
            "customerMail",
            "customerPhone",
            "customerNumber",
            "website");

    private static final int MUCH_TOO_LONG = 20_000;

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final String id;

    private PublicForm(String id) {
        this.id = id;
    }

    static PublicForm empty() {
        return new PublicForm(UUID.randomUUID().toString());
    }

    static PublicForm of(HttpServletRequest request) {
        var form = new PublicForm(id(request.getParameter("form")));
        for (var field : FIELDS) {
            var value = request.getParameter(field);
            if (value != null) {
                form.typed.put(field, value.substring(0, Math.min(value.length(), MUCH_TOO_LONG)));
            }
        }
        return form;
    }

    /** Stays the same when the page is sent again, so that a double click is one complaint. */
    String id() {
        return id;
    }

    Map<String, String> typed() {
        return typed;
    }

    ComplaintDraft draft(String language, Clock clock) {
        var fields = new LinkedHashMap<>(typed);
        // the same page sent again with other words is another contact
        fields.put(
                "externalId", id + "-" + UUID.nameUUIDFromBytes(typed.toString().getBytes(StandardCharsets.UTF_8)));
        fields.put("channel", "web");
        fields.put("language", language);
        return new ComplaintDraft(fields, "web", "message", clock);
    }

    /** The page's own rules, and those of every complaint, in the order of the page. */
    List<Fault> faults(ComplaintDraft draft) {
        var faults = new ArrayList<>(draft.faults());
        if (blank("customerMail") && blank("customerPhone")) {
            faults.add(Fault.of("customerMail", "reach"));
        }
        if (!blank("website")) {
            faults.add(Fault.of("website", "trap"));
        }
        faults.sort((one, other) -> Integer.compare(FIELDS.indexOf(one.field()), FIELDS.indexOf(other.field())));
        return faults;
    }

    private boolean blank(String field) {
        return typed.getOrDefault(field, "").isBlank();
    }

    private static String id(@org.jspecify.annotations.Nullable String sent) {
        try {
            return UUID.fromString(sent == null ? "" : sent).toString();
        } catch (IllegalArgumentException tampered) {
            return UUID.randomUUID().toString();
        }
    }
}
