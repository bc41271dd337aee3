package io.amends.audit;

import io.amends.web.ListPlace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an auditor typed into the search, as it stands in the address; a blank field does not narrow.
 *
 * @param kept a clock and how it was kept, {@code first-contact=missed}
 * @param from {@code 2026-01-31}, first day of opening
 * @param to likewise the last day
 * @param closedFrom first day of closing
 * @param closedTo likewise the last day
 * @param after the last row of the page before, as {@code time_number}
 */
record AuditSearch(
        @Nullable String text,
        @Nullable String number,
        @Nullable String customer,
        @Nullable String process,
        @Nullable String state,
        @Nullable String owner,
        @Nullable String group,
        @Nullable String decision,
        @Nullable String clock,
        @Nullable String kept,
        @Nullable String letter,
        @Nullable String from,
        @Nullable String to,
        @Nullable String closedFrom,
        @Nullable String closedTo,
        @Nullable String after) {

    AuditSearch {
        text = stripped(text);
        number = stripped(number);
        customer = stripped(customer);
        process = stripped(process);
        state = stripped(state);
        owner = stripped(owner);
        group = stripped(group);
        decision = stripped(decision);
        clock = stripped(clock);
        kept = stripped(kept);
        letter = stripped(letter);
        from = stripped(from);
        to = stripped(to);
        closedFrom = stripped(closedFrom);
        closedTo = stripped(closedTo);
        after = stripped(after);
    }

    /** With these of its fields alone. */
    AuditSearch only(Set<String> kept) {
        Map<String, String> own = fields();
        own.keySet().retainAll(kept);
        return of(own);
    }

    /** By these words alone. */
    AuditSearch withText(String words) {
        return of(Map.of("text", words));
    }

    private static AuditSearch of(Map<String, String> own) {
        return new AuditSearch(
                own.get("text"),
                own.get("number"),
                own.get("customer"),
                own.get("process"),
                own.get("state"),
                own.get("owner"),
                own.get("group"),
                own.get("decision"),
                own.get("clock"),
                own.get("kept"),
                own.get("letter"),
                own.get("from"),
                own.get("to"),
                own.get("closedFrom"),
                own.get("closedTo"),
                null);
    }

    /** Where the page before ended; null on the first page, and for a place that is none. */
    @Nullable
    ListPlace lastSeen() {
        return ListPlace.read(stripped(after)).orElse(null);
    }

    /** The fields that narrow, by name, in the order of the page; never the place in the list. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "text", text);
        put(fields, "number", number);
        put(fields, "customer", customer);
        put(fields, "process", process);
        put(fields, "state", state);
        put(fields, "owner", owner);
        put(fields, "group", group);
        put(fields, "decision", decision);
        put(fields, "clock", clock);
        put(fields, "kept", kept);
        put(fields, "letter", letter);
        put(fields, "from", from);
        put(fields, "to", to);
        put(fields, "closedFrom", closedFrom);
        put(fields, "closedTo", closedTo);
        return fields;
    }

    public boolean narrowed() {
        return !fields().isEmpty();
    }

    /** The same search at another address. */
    String at(String path, Map<String, String> more) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, Object> values = new LinkedHashMap<>(fields());
        values.putAll(more);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static String stripped(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
