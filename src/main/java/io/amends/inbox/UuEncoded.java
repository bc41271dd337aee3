package io.amends.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that stand as uuencoded lines in the midst of a text, the way before MIME. */
final class UuEncoded {

    /** @param name as the sender wrote it */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Piece(String name, byte[] content) {}

    /** @param rest the text without the files */
    record Opened(String rest, List<Piece> files) {}

    private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} (\\S.{0,250})");
    private static final int MOST = 50;

    private UuEncoded() {}

    static Opened open(String text) {
        if (!text.contains("begin ")) {
            return new Opened(text, List.of());
        }
        String[] lines = text.split("\\r?\\n", -1);
        List<Piece> files = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            Matcher begin = BEGIN.matcher(lines[i].stripTrailing());
            int end = begin.matches() && files.size() < MOST ? end(lines, i + 1) : -1;
            if (end < 0) {
                rest.append(lines[i]).append('\n');
            } else {
                files.add(new Piece(begin.group(1), decoded(lines, i + 1, end)));
                i = end;
            }
        }
        return new Opened(rest.toString(), files);
    }

    /** The line {@code end} of a block whose every line is as long as it says; -1 where it is only a text that begins so. */
    private static int end(String[] lines, int from) {
        for (int i = from; i < lines.length; i++) {
            String line = lines[i].stripTrailing();
            if (line.equals("end")) {
                return i > from ? i : -1;
            }
            boolean last = line.isEmpty() || line.equals("`");
            // blanks at the end of a line stand for zeros and are often lost on the way
            if (!last && line.length() > 1 + 4 * ((length(line) + 2) / 3) + 2) {
                return -1;
            }
        }
        return -1;
    }

    private static int length(String line) {
        return (line.charAt(0) - 32) & 0x3F;
    }

    private static byte[] decoded(String[] lines, int from, int end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = from; i < end; i++) {
            if (!lines[i].isEmpty()) {
                decode(lines[i].getBytes(StandardCharsets.ISO_8859_1), out);
            }
        }
        return out.toByteArray();
    }

    private static void decode(byte[] line, ByteArrayOutputStream out) {
        int left = (line[0] - 32) & 0x3F;
        for (int i = 1; left > 0; i += 4) {
            int bits = six(line, i) << 18 | six(line, i + 1) << 12 | six(line, i + 2) << 6 | six(line, i + 3);
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8) {
                out.write(bits >> shift);
                left--;
            }
        }
    }

    private static int six(byte[] line, int at) {
        return at < line.length ? (line[at] - 32) & 0x3F : 0;
    }
}
