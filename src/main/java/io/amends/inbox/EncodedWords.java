package io.amends.inbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the words of RFC 2047, also those that stand between quotes, hold blanks or lack a charset that is known. The
 * bytes of neighbours in one charset are joined before they are decoded, for many programs cut characters in two.
 */
final class EncodedWords {

    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s*]{1,40})(?:\\*[^?\\s]{0,40})?\\?([bBqQ])\\?([^?]{0,20000}+)\\?=");

    /** No program cuts a header of the largest size into more; the rest stays as it is. */
    private static final int MOST_WORDS = 2_000;

    private EncodedWords() {}

    static String decode(String header) {
        if (!header.contains("=?")) {
            return header;
        }
        StringBuilder text = new StringBuilder(header.length());
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = null;
        int end = 0;
        int words = 0;
        Matcher word = WORD.matcher(header);
        while (words++ < MOST_WORDS && word.find()) {
            String between = header.substring(end, word.start());
            boolean neighbours = charset != null && between.isBlank();
            if (!neighbours || !word.group(1).equalsIgnoreCase(charset)) {
                flush(pending, charset, text);
                text.append(neighbours ? "" : between);
            }
            charset = word.group(1);
            pending.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        flush(pending, charset, text);
        return text.append(header, end, header.length()).toString();
    }

    private static void flush(ByteArrayOutputStream pending, @Nullable String charset, StringBuilder text) {
        text.append(Charsets.decode(pending.toByteArray(), charset));
        pending.reset();
    }

    private static byte[] bytes(String encoding, String encoded) {
        byte[] ascii = encoded.getBytes(StandardCharsets.UTF_8);
        try {
            return encoding.equalsIgnoreCase("b") ? base64(ascii) : quotedPrintable(encoded);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] base64(byte[] encoded) throws IOException {
        try (Base64InputStream in = new Base64InputStream(new ByteArrayInputStream(encoded), DecodeMonitor.SILENT)) {
            return in.readAllBytes();
        }
    }

    private static byte[] quotedPrintable(String encoded) throws IOException {
        // blanks at the end of a line mean nothing in a body, in a word they do
        byte[] body = encoded.replace("_", "=20").replace(" ", "=20").getBytes(StandardCharsets.UTF_8);
        try (QuotedPrintableInputStream in =
                new QuotedPrintableInputStream(new ByteArrayInputStream(body), DecodeMonitor.SILENT)) {
            return in.readAllBytes();
        }
    }
}
