package io.amends.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A header's value with parameters, such as {@code text/plain; charset=utf-8}. Reads what RFC 2231 says (charset, percent signs,
 * continuations), the words of RFC 2047 that RFC 2231 forbids there, blanks without quotes and quotes that nobody closes.
 */
record ParameterValue(String value, Map<String, String> parameters) {

    private static final Pattern COMMENT = Pattern.compile("\\([^()]{0,200}\\)");
    private static final Pattern NUMBERED = Pattern.compile("([^*]+)(?:\\*(\\d{1,4}))?+(\\*)?+");

    /** One piece of a value that RFC 2231 may have cut into several. */
    private record Piece(int number, boolean percent, String value) {}

    static ParameterValue parse(String raw) {
        int end = raw.indexOf(';');
        return new ParameterValue(valueOf(raw), end < 0 ? Map.of() : parameters(raw.substring(end + 1)));
    }

    /** What stands before the parameters, without comments. */
    static String valueOf(String raw) {
        String value = raw.substring(0, endOr(raw.indexOf(';'), raw));
        return value.indexOf('(') < 0
                ? value.strip()
                : COMMENT.matcher(value).replaceAll("").strip();
    }

    /** Null where there is no such parameter or it is blank. */
    @Nullable
    String get(String name) {
        String found = parameters.get(name);
        return found == null || found.isBlank() ? null : found;
    }

    private static Map<String, String> parameters(String raw) {
        Map<String, List<Piece>> plain = new HashMap<>();
        Map<String, List<Piece>> extended = new HashMap<>();
        int at = 0;
        while (at < raw.length()) {
            int equals = raw.indexOf('=', at);
            int semicolon = raw.indexOf(';', at);
            if (equals < 0) {
                break;
            }
            if (semicolon >= 0 && semicolon < equals) {
                at = semicolon + 1;
                continue;
            }
            int start = equals + 1;
            while (start < raw.length() && Character.isWhitespace(raw.charAt(start))) {
                start++;
            }
            boolean quoted = start < raw.length() && raw.charAt(start) == '"';
            int end = quoted ? closingQuote(raw, start + 1) : endOr(raw.indexOf(';', start), raw);
            String value = raw.substring(quoted ? start + 1 : start, end);
            add(raw.substring(at, equals), quoted ? unescaped(value) : value, plain, extended);
            at = quoted ? endOr(raw.indexOf(';', end), raw) + 1 : end + 1;
        }
        Map<String, String> values = new HashMap<>();
        plain.forEach((name, pieces) ->
                values.put(name, EncodedWords.decode(pieces.get(0).value()).strip()));
        extended.forEach((name, pieces) -> values.put(name, joined(pieces)));
        return values;
    }

    /** The end where nobody closes it. */
    private static int closingQuote(String raw, int from) {
        int at = from;
        while (at < raw.length() && raw.charAt(at) != '"') {
            at += raw.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, raw.length());
    }

    private static int endOr(int found, String raw) {
        return found < 0 ? raw.length() : found;
    }

    private static void add(
            String written, String value, Map<String, List<Piece>> plain, Map<String, List<Piece>> extended) {
        Matcher name = NUMBERED.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!name.matches()) {
            return;
        }
        boolean percent = name.group(3) != null;
        boolean numbered = name.group(2) != null;
        int number = numbered ? Integer.parseInt(name.group(2)) : 0;
        (percent || numbered ? extended : plain)
                .computeIfAbsent(name.group(1).strip(), key -> new ArrayList<>())
                .add(new Piece(number, percent, value.strip()));
    }

    /** Paths of Windows stand between quotes without doubled backslashes. */
    private static String unescaped(String quoted) {
        return quoted.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static String joined(List<Piece> pieces) {
        List<Piece> inOrder =
                pieces.stream().sorted(Comparator.comparingInt(Piece::number)).toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = null;
        for (Piece piece : inOrder) {
            String value = piece.value();
            String[] marked = value.split("'", 3);
            if (piece.percent() && charset == null && marked.length == 3) {
                charset = marked[0];
                value = marked[2];
            }
            bytes.writeBytes(piece.percent() ? percentDecoded(value) : value.getBytes(StandardCharsets.UTF_8));
        }
        String text = Charsets.decode(bytes.toByteArray(), charset);
        return charset == null ? EncodedWords.decode(text) : text;
    }

    private static byte[] percentDecoded(String value) {
        byte[] in = value.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            int high = i + 2 < in.length && in[i] == '%' ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low < 0) {
                out.write(in[i]);
            } else {
                out.write(high * 16 + low);
                i += 2;
            }
        }
        return out.toByteArray();
    }
}
