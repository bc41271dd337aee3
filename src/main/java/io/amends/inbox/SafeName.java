package io.amends.inbox;

import io.amends.web.SentName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file's name that no file system, header or reader can be tricked with. */
final class SafeName {

    private static final int LONGEST = 150;
    private static final int LONGEST_ENDING = 12;

    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*\\\\/\\u200C\\u200D]");
    private static final Pattern EDGES = Pattern.compile("^[.\\s]+|[.\\s]+$");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("message/rfc822", ".eml"),
            Map.entry("message/global", ".eml"),
            Map.entry("application/ms-tnef", ".dat"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("text/plain", ".txt"),
            Map.entry("text/html", ".html"),
            Map.entry("text/csv", ".csv"),
            Map.entry("text/calendar", ".ics"),
            Map.entry("text/vcard", ".vcf"),
            Map.entry("text/x-vcard", ".vcf"));

    private SafeName() {}

    /**
     * @param wanted as the sender wrote it, or null
     * @param nr which attachment it is, for one without a name
     */
    static String of(@Nullable String wanted, String type, int nr) {
        String line = OneLine.of(wanted == null ? "" : Normalizer.normalize(wanted, Normalizer.Form.NFC), 4 * LONGEST);
        String plain = trimmed(FORBIDDEN.matcher(SentName.last(line)).replaceAll("_"));
        if (plain.isEmpty() || plain.chars().allMatch(each -> each == '_')) {
            return "attachment-" + nr + ending(type.toLowerCase(Locale.ROOT));
        }
        String harmless = DEVICE.matcher(plain).matches() ? "_" + plain : plain;
        return shortened(harmless);
    }

    private static String ending(String type) {
        String picture = type.matches("image/[a-z0-9]{2,5}") ? "." + type.substring(type.indexOf('/') + 1) : ".bin";
        return ENDINGS.getOrDefault(type, picture);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        return trimmed(OneLine.cut(name, LONGEST - ending.length())) + ending;
    }

    private static String trimmed(String name) {
        return EDGES.matcher(name).replaceAll("");
    }
}
