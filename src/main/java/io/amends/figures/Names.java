package io.amends.figures;

import io.amends.lostcustomer.RecoveryFigures.Stand;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What reasons, offers and stands are called on the page. */
final class Names {

    static final String NOT_LOOKED_AT = "Not looked at yet";

    /** The six kinds of leaving (L-4), in their order. */
    static final Map<String, String> REASONS = named(
            "pushed-on-purpose", "Pushed away on purpose",
            "pushed-unintended", "Pushed away without intent",
            "pulled-by-value", "Pulled away by better value",
            "bought-by-price", "Bought away by price",
            "drifted", "Drifted away",
            "moved", "Moved out of reach");

    /** The kinds of offer (L-9), in their order. */
    static final Map<String, String> OFFERS = named(
            "none", "No offer",
            "reminder", "A reminder",
            "upgrade", "Free upgrade",
            "discount", "Discount",
            "upgrade-and-discount", "Upgrade and discount");

    private Names() {}

    static String reason(@Nullable String code) {
        return code == null ? NOT_LOOKED_AT : name(REASONS, code);
    }

    static String offer(String code) {
        return name(OFFERS, code);
    }

    static String stand(Stand stand) {
        return stand.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A process owner may add a kind to a table before it has a name here. */
    private static String name(Map<String, String> names, String code) {
        String name = names.get(code);
        if (name != null) {
            return name;
        }
        String words = code.replace('-', ' ');
        return words.isEmpty() ? "–" : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    private static Map<String, String> named(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
