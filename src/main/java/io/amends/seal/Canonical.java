package io.amends.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One way to write a value down, so that equal values have equal hashes: JSON as RFC 8785 has it. Numbers do not occur, they are written as
 * texts; so all that counts is the order of names and how a text is escaped.
 */
final class Canonical {

    private static final char FIRST_PRINTABLE = ' ';

    private Canonical() {}

    /** @param value a map with texts for names, a list, a text, a truth or null */
    static String json(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        write(json, value);
        return json.toString();
    }

    /** SHA-256 of a text in UTF-8, in hexadecimal. */
    static String hash(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void write(StringBuilder json, @Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            json.append(value);
        } else if (value instanceof Map<?, ?> map) {
            // String orders by UTF-16 units, as the standard wants it
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, entry) -> sorted.put(String.valueOf(name), entry));
            char before = '{';
            for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
                json.append(before);
                text(json, entry.getKey());
                json.append(':');
                write(json, entry.getValue());
                before = ',';
            }
            json.append(before == '{' ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            char before = '[';
            for (Object entry : list) {
                json.append(before);
                write(json, entry);
                before = ',';
            }
            json.append(before == '[' ? "[]" : "]");
        } else if (value instanceof String text) {
            text(json, text);
        } else {
            throw new IllegalArgumentException("There is no canonical form of a " + value.getClass());
        }
    }

    private static void text(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < FIRST_PRINTABLE) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
