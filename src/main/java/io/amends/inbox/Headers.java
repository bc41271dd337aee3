package io.amends.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header of a message or of one of its parts, as it came. */
final class Headers {

    private static final Pattern FOLD = Pattern.compile("[\\r\\n\\x00]+");

    /** @param value unfolded but not decoded */
    private record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();

    void add(String name, byte[] body) {
        fields.add(new Field(name.strip().toLowerCase(Locale.ROOT), unfolded(body)));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** The first value that says something, unfolded but not decoded; null where there is none. */
    @Nullable
    String raw(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).findFirst().orElse(null);
    }

    /** All values, unfolded but not decoded. */
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** The first value as people read it; an empty string where there is none. */
    String text(String name) {
        String raw = raw(name);
        return raw == null ? "" : EncodedWords.decode(raw);
    }

    /** The value before the first semicolon, in lower case and without comments; an empty string where there is none. */
    String token(String name) {
        String raw = raw(name);
        return raw == null ? "" : ParameterValue.valueOf(raw).toLowerCase(Locale.ROOT);
    }

    ParameterValue parameters(String name) {
        String raw = raw(name);
        return ParameterValue.parse(raw == null ? "" : raw);
    }

    /** Headers beyond ASCII are UTF-8 by RFC 6532 and anything by habit. */
    private static String unfolded(byte[] body) {
        return FOLD.matcher(Charsets.decode(body, null)).replaceAll("").strip();
    }
}
