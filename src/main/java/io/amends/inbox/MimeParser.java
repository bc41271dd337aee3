package io.amends.inbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message apart. Messages inside it stay closed: they are files, or what a bounce returns. One parser reads one message and what
 * is opened of it, so that the bounds are for all of it together.
 */
final class MimeParser {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;
    private static final int LONGEST_FIELD = 128 * 1024;
    private static final int MOST_FIELDS = 1000;

    private static final MimeConfig LENIENT = MimeConfig.custom()
            .setMaxContentLen(-1)
            .setMaxLineLen(-1)
            .setMaxHeaderLen(LONGEST_FIELD)
            .setMaxHeaderCount(MOST_FIELDS)
            .build();

    /** A line that can only be a boundary: dashes, then a part's header. */
    private static final Pattern BOUNDARY_LINE = Pattern.compile(
            "(?:^|\\n)--([^\\s-][^\\r\\n]{0,198}+|-[^\\r\\n]{1,198}+)\\r?\\n(?:[A-Za-z][\\w-]{0,60}:|\\r?\\n)");

    private final MimePart root = new MimePart();
    private int parts;

    /** What was read so far, for a message that turns out to be unreadable. */
    MimePart root() {
        return root;
    }

    MimePart parse(byte[] message) throws Unreadable {
        parse(withLineFeeds(message), root, 0);
        return root;
    }

    private void parse(byte[] message, MimePart into, int depth) throws Unreadable {
        MimeTokenStream tokens = new MimeTokenStream(LENIENT);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try {
            tokens.parse(new ByteArrayInputStream(message));
            walk(tokens, into, depth);
        } catch (MimeException | IOException broken) {
            throw new Unreadable("its parts or its header are larger than any mail program makes them");
        }
    }

    private void walk(MimeTokenStream tokens, MimePart into, int depth) throws MimeException, IOException, Unreadable {
        Deque<MimePart> open = new ArrayDeque<>();
        open.push(into);
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            MimePart current = open.getFirst();
            switch (state) {
                case T_START_BODYPART -> open.push(child(current, depth + open.size()));
                case T_END_BODYPART -> {
                    open.pop();
                }
                case T_FIELD -> add(tokens.getField(), current);
                case T_BODY -> body(tokens, current, depth + open.size());
                case T_PREAMBLE -> current.content(tokens.getInputStream().readAllBytes());
                case T_END_MULTIPART -> closed(current, depth + open.size());
                default -> {
                    // nothing to keep
                }
            }
        }
    }

    private MimePart child(MimePart parent, int depth) throws Unreadable {
        parts++;
        if (depth > DEEPEST || parts > MOST_PARTS) {
            throw new Unreadable("it has more parts, one inside the other, than any mail program makes");
        }
        MimePart child = new MimePart();
        child.partOf(parent);
        parent.children().add(child);
        return child;
    }

    private static void add(Field field, MimePart part) {
        byte[] raw = field.getRaw().toByteArray();
        int colon = 0;
        while (colon < raw.length && raw[colon] != ':') {
            colon++;
        }
        part.headers().add(field.getName(), Arrays.copyOfRange(raw, Math.min(colon + 1, raw.length), raw.length));
    }

    private void body(MimeTokenStream tokens, MimePart part, int depth) throws IOException, Unreadable {
        byte[] body = tokens.getInputStream().readAllBytes();
        String encoding = part.headers().raw("content-transfer-encoding");
        part.content(TransferEncoding.decode(body, encoding == null ? "" : encoding));
        if (part.type().startsWith("multipart/")) {
            openByGuess(part, depth);
        }
    }

    /** A multipart none of whose boundaries was found keeps all its bytes as what stands before the first. */
    private void closed(MimePart part, int depth) throws Unreadable {
        if (part.children().isEmpty()) {
            openByGuess(part, depth);
        }
    }

    private void openByGuess(MimePart part, int depth) throws Unreadable {
        String boundary = guessed(part.content());
        if (boundary == null || depth > DEEPEST) {
            return;
        }
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        again.writeBytes(("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        again.writeBytes(part.content());
        MimePart opened = new MimePart();
        parse(again.toByteArray(), opened, depth);
        part.children().addAll(opened.children());
    }

    private static @Nullable String guessed(byte[] content) {
        Matcher line = BOUNDARY_LINE.matcher(new String(content, StandardCharsets.ISO_8859_1));
        while (line.find()) {
            String boundary = line.group(1).stripTrailing();
            if (!boundary.isEmpty() && boundary.indexOf('"') < 0 && boundary.indexOf('\\') < 0) {
                return boundary;
            }
        }
        return null;
    }

    /** Without blank lines in front, and with line feeds where an old program wrote returns only. */
    private static byte[] withLineFeeds(byte[] message) {
        int start = 0;
        while (start < message.length && (message[start] == '\r' || message[start] == '\n')) {
            start++;
        }
        byte[] trimmed = start == 0 ? message : Arrays.copyOfRange(message, start, message.length);
        for (byte each : trimmed) {
            if (each == '\n') {
                return trimmed;
            }
        }
        byte[] fed = trimmed.clone();
        for (int i = 0; i < fed.length; i++) {
            fed[i] = fed[i] == '\r' ? (byte) '\n' : fed[i];
        }
        return fed;
    }
}
