package io.amends.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Turns bytes into text: by the declared charset where that fits, else by the one that the bytes look like. */
final class Charsets {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Names that mail programs use for a charset which is, in fact, a larger one or has another name. */
    private static final Map<String, String> REALLY = Map.ofEntries(
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("hz-gb-2312", "GB18030"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "ISO-8859-8"),
            Map.entry("iso-8859-8-e", "ISO-8859-8"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"),
            Map.entry("utf8mb4", "UTF-8"),
            Map.entry("utf_8", "UTF-8"));

    private static final Map<String, Charset> KNOWN = known();

    private Charsets() {}

    private static Map<String, Charset> known() {
        Map<String, Charset> byName = new HashMap<>();
        for (Charset charset : Charset.availableCharsets().values()) {
            byName.put(charset.name().toLowerCase(Locale.ROOT), charset);
            charset.aliases().forEach(alias -> byName.putIfAbsent(alias.toLowerCase(Locale.ROOT), charset));
        }
        return Map.copyOf(byName);
    }

    /** @param declared what the mail calls the charset, or null */
    static String decode(byte[] bytes, @Nullable String declared) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        Charset named = named(declared);
        String clean = cleanly(bytes, preferred(bytes, named));
        return clean != null ? clean : new String(bytes, detected(bytes, named));
    }

    /** The charset that a mail means by a name; null where nobody knows it. */
    static @Nullable Charset named(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String plain = name.strip().replaceAll("[\"'\\s]", "").toLowerCase(Locale.ROOT);
        // asking the platform takes long for a name that it does not know, and the names are the senders'
        return KNOWN.get(REALLY.getOrDefault(plain, plain).toLowerCase(Locale.ROOT));
    }

    /** What declares ASCII or Western and is valid UTF-8 beyond ASCII was declared wrongly; so is an escape to Japanese. */
    private static Charset preferred(byte[] bytes, @Nullable Charset named) {
        if (named != null && !named.equals(StandardCharsets.US_ASCII) && !named.equals(WESTERN)) {
            return named;
        }
        if (isAscii(bytes)) {
            return hasJapaneseEscape(bytes) ? Charset.forName("ISO-2022-JP") : StandardCharsets.US_ASCII;
        }
        return cleanly(bytes, StandardCharsets.UTF_8) != null || named == null ? StandardCharsets.UTF_8 : named;
    }

    private static Charset detected(byte[] bytes, @Nullable Charset named) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        Charset found = named(detector.getDetectedCharset());
        if (found != null && cleanly(bytes, found) != null) {
            return found;
        }
        // a charset of seven bits has no letters for bytes that have eight
        if (named == null
                || named.equals(StandardCharsets.US_ASCII)
                || named.name().startsWith("ISO-2022")) {
            return found == null ? WESTERN : found;
        }
        return named;
    }

    private static @Nullable String cleanly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException | UnsupportedOperationException unclean) {
            return null;
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasJapaneseEscape(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
