package io.amends.audit;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What kind of thing was opened, as auditors speak of it. */
enum ReadingKind {
    CASE("A case"),
    SEARCH("A search for cases"),
    EXPORT("An export"),
    LETTER("Letters"),
    MAIL("Mail that came in"),
    CUSTOMER("Customers"),
    MEDIA("People of the media and call-outs"),
    FIGURES("Figures"),
    RECORD("Seals, readings and other records"),
    ERASURE("Erasures"),
    ENGINE("The engine, by its pages or its API"),
    REFUSED("An attempt to change something, refused"),
    OTHER("Something else");

    private static final Map<String, ReadingKind> BY_FIRST_PART = Map.ofEntries(
            Map.entry("cases", CASE),
            Map.entry("letters", LETTER),
            Map.entry("inbox", MAIL),
            Map.entry("customers", CUSTOMER),
            Map.entry("churn-scans", CUSTOMER),
            Map.entry("media-register", MEDIA),
            Map.entry("call-outs", MEDIA),
            Map.entry("figures", FIGURES),
            Map.entry("audit", RECORD),
            Map.entry("erasures", ERASURE),
            Map.entry("camunda", ENGINE),
            Map.entry("engine-rest", ENGINE));

    private final String title;

    ReadingKind(String title) {
        this.title = title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    static Optional<ReadingKind> of(String code) {
        for (ReadingKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** @param path without the context, such as {@code /audit/cases/CMP-2026-000042} */
    static ReadingKind at(String path) {
        String own = path.startsWith("/api/") ? path.substring("/api".length()) : path;
        String[] parts = own.split("/", -1);
        ReadingKind kind = BY_FIRST_PART.getOrDefault(parts.length > 1 ? parts[1] : "", OTHER);
        String last = parts[parts.length - 1];
        if (kind == CASE) {
            return parts.length == 2 ? SEARCH : CASE;
        }
        if (kind != RECORD || parts.length == 2) {
            return kind == RECORD ? SEARCH : kind;
        }
        if (parts[2].startsWith("cases.") || parts[2].startsWith("readings.") || last.endsWith(".txt")) {
            return EXPORT;
        }
        if (parts[2].startsWith("figures")) {
            return FIGURES;
        }
        return parts[2].equals("cases") ? CASE : RECORD;
    }
}
