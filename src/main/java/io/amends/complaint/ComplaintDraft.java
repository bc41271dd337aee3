package io.amends.complaint;

import io.amends.customer.Contact;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A complaint as texts, whichever form, file or body they come from, with everything that is wrong about them. */
class ComplaintDraft {

    static final Set<String> FLAGS = Set.of("safetyRisk", "legalThreat", "mediaThreat");
    static final Set<String> TEXTS = Set.of(
            "externalId",
            "customerNumber",
            "customerName",
            "customerMail",
            "customerPhone",
            "customerAddress",
            "askedFor",
            "channel",
            "subject",
            "product",
            "narrative",
            "wish",
            "urgency",
            "neededBy",
            "harm",
            "language",
            "receivedAt");

    private static final Set<String> YES = Set.of("true", "yes", "on", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "off", "n", "0");

    private final Map<String, String> fields;
    private final List<Fault> faults = new ArrayList<>();
    private final NewComplaint complaint;

    /** @param startedBy as in {@link NewComplaint} */
    ComplaintDraft(Map<String, String> fields, String source, String startedBy, Clock clock) {
        this.fields = fields;
        this.complaint = new NewComplaint(
                source,
                text("externalId"),
                new Contact(
                        text("customerNumber"),
                        required("customerName"),
                        text("customerMail"),
                        text("customerPhone"),
                        text("customerAddress"),
                        or("language", "en")),
                text("askedFor"),
                required("channel"),
                required("subject"),
                text("product"),
                required("narrative"),
                text("wish"),
                or("urgency", "normal"),
                neededBy(),
                or("harm", "none"),
                flag("safetyRisk"),
                flag("legalThreat"),
                flag("mediaThreat"),
                receivedAt(),
                startedBy);
        ComplaintCheck.faults(complaint, clock).stream()
                .filter(found -> faults.stream().noneMatch(f -> f.field().equals(found.field())))
                .toList()
                .forEach(faults::add);
    }

    /** Each field at most once. */
    List<Fault> faults() {
        return faults;
    }

    /** @throws io.amends.modeling.FormRefusal naming all fields that do not fit */
    NewComplaint complaint() {
        if (!faults.isEmpty()) {
            throw IntakeWords.refusal(faults);
        }
        return complaint;
    }

    private @Nullable String text(String field) {
        var text = fields.get(field);
        return text == null || text.isBlank()
                ? null
                : text.strip().replace("\r\n", "\n").replace('\r', '\n');
    }

    private String required(String field) {
        return or(field, "");
    }

    private String or(String field, String otherwise) {
        var text = text(field);
        return text == null ? otherwise : text;
    }

    private boolean flag(String field) {
        var text = or(field, "false").toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) {
            faults.add(Fault.of(field, "flag"));
        }
        return YES.contains(text);
    }

    private @Nullable LocalDate neededBy() {
        var text = text("neededBy");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            faults.add(Fault.of("neededBy", "date"));
            return null;
        }
    }

    /** A day alone means its beginning. */
    private @Nullable Instant receivedAt() {
        var text = text("receivedAt");
        try {
            if (text == null) {
                return null;
            }
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            faults.add(Fault.of("receivedAt", "moment"));
            return null;
        }
    }
}
