package io.amends.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be read in a message, and what came with it as files. */
final class Body {

    private static final int LONGEST = 1_000_000;

    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature");
    private static final Set<String> SEALED = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFEFF&&[^\\n\\t]]");
    private static final Pattern PGP_ENCRYPTED = Pattern.compile("\\s*-----BEGIN PGP MESSAGE-----");
    private static final Pattern PGP_SIGNED = Pattern.compile(
            "-----BEGIN PGP SIGNED MESSAGE-----\\n(?:[A-Za-z-]{1,40}: .{0,200}\\n){0,10}\\n?(?<text>[\\s\\S]*?)-----BEGIN PGP SIGNATURE-----[\\s\\S]*?(?:-----END PGP SIGNATURE-----|$)");

    private final StringBuilder text = new StringBuilder();
    private final List<Attached> files = new ArrayList<>();

    private Body() {}

    /** @throws Unreadable when what there is to read is encrypted or sealed */
    static Body of(MimePart message) throws Unreadable {
        Body body = new Body();
        body.take(message);
        return body;
    }

    /** Lines end with {@code \n}; without control characters. */
    String text() {
        String bounded = text.length() > LONGEST ? OneLine.cut(text.toString(), LONGEST) : text.toString();
        return bounded.strip();
    }

    List<Attached> files() {
        return List.copyOf(files);
    }

    private void take(MimePart part) throws Unreadable {
        String type = part.type();
        if (type.equals("multipart/encrypted")) {
            throw new Unreadable("it is encrypted");
        }
        if (part.isMultipart()) {
            takeAll(part);
        } else if (SEALED.contains(type)) {
            takeSealed(part);
        } else if (type.startsWith("multipart/") || part.isInlineText()) {
            takeText(part);
        } else if (!SIGNATURES.contains(type) && !isReport(type)) {
            takeFile(part.fileName(), part.type(), part.content());
        }
    }

    private void takeAll(MimePart part) throws Unreadable {
        MimePart chosen = part.type().equals("multipart/alternative") ? chosen(part) : null;
        for (MimePart child : part.children()) {
            boolean otherVersion = chosen != null && child != chosen && isVersion(child);
            if (!otherVersion) {
                take(child);
            } else if (child.isMultipart()) {
                takeFilesOf(child);
            }
        }
    }

    /** Of a version that is not read, the pictures. */
    private void takeFilesOf(MimePart version) {
        version.all()
                .filter(part -> !part.isMultipart() && !part.isInlineText())
                .forEach(part -> takeFile(part.fileName(), part.type(), part.content()));
    }

    /** Plain text as its author's program wrote it, unless it only says that there is HTML. */
    private static @Nullable MimePart chosen(MimePart alternative) {
        List<MimePart> versions =
                alternative.children().stream().filter(Body::isVersion).toList();
        MimePart plain = versions.stream()
                .filter(version -> words(version, "text/plain") > 0)
                .findFirst()
                .orElse(null);
        MimePart rich = versions.stream()
                .max(Comparator.comparingInt(version -> words(version, "text/html")))
                .filter(version -> words(version, "text/html") > 0)
                .orElse(null);
        boolean excuse =
                plain != null && rich != null && words(rich, "text/html") > 3 * words(plain, "text/plain") + 40;
        MimePart found = plain == null || excuse ? rich : plain;
        return found != null ? found : versions.stream().findFirst().orElse(null);
    }

    private static boolean isVersion(MimePart part) {
        return part.all().anyMatch(MimePart::isInlineText);
    }

    private static int words(MimePart version, String type) {
        return version.all()
                .filter(part -> part.isInlineText() && part.type().equals(type))
                .mapToInt(part -> readable(part).replaceAll("[\\s>]+", "").length())
                .sum();
    }

    private void takeText(MimePart part) throws Unreadable {
        String readable = readable(part);
        if (part.type().equals("text/html")) {
            append(readable);
            return;
        }
        UuEncoded.Opened opened = UuEncoded.open(readable);
        append(opened.rest());
        opened.files().forEach(file -> takeFile(file.name(), "application/octet-stream", file.content()));
    }

    private static String readable(MimePart part) {
        String decoded = Charsets.decode(part.content(), part.parameter("charset"));
        String plain = UNPRINTABLE
                .matcher(decoded.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replaceAll("[\\f\\x0B\\x85\\u2028\\u2029]", "\n"))
                .replaceAll("");
        String type = part.type();
        if (type.equals("text/html") || looksLikeHtml(type, plain)) {
            return HtmlText.of(plain);
        }
        boolean flowed = "flowed".equalsIgnoreCase(Objects.requireNonNullElse(part.parameter("format"), ""));
        return flowed ? FlowedText.joined(plain, "yes".equalsIgnoreCase(part.parameter("delsp"))) : plain;
    }

    /** Some programs send a page and call it plain text. */
    private static boolean looksLikeHtml(String type, String text) {
        String head = text.stripLeading();
        String start = head.substring(0, Math.min(200, head.length())).toLowerCase(Locale.ROOT);
        return type.startsWith("text/") && (start.startsWith("<!doctype html") || start.startsWith("<html"));
    }

    private void append(String words) throws Unreadable {
        if (PGP_ENCRYPTED.matcher(words).lookingAt()) {
            throw new Unreadable("it is encrypted");
        }
        String signed = unsigned(words);
        if (!signed.isBlank() && text.length() < LONGEST) {
            text.append(text.isEmpty() ? "" : "\n\n").append(signed.stripTrailing());
        }
    }

    /** The signature of an inline PGP message says nothing to a reader; it is still in the original. */
    private static String unsigned(String words) {
        Matcher signed = PGP_SIGNED.matcher(words);
        if (!signed.find()) {
            return words;
        }
        String text = signed.group("text").replaceAll("(?m)^- (?=-|From )", "");
        return words.substring(0, signed.start()) + text + words.substring(signed.end());
    }

    private void takeSealed(MimePart part) throws Unreadable {
        String kind = part.parameter("smime-type");
        boolean signedOnly = kind != null && kind.toLowerCase(Locale.ROOT).startsWith("signed");
        throw new Unreadable(signedOnly ? "it is sealed (S/MIME), its text cannot be read here" : "it is encrypted");
    }

    private void takeFile(@Nullable String name, String type, byte[] content) {
        if (name != null || content.length > 0) {
            files.add(new Attached(SafeName.of(name, type, files.size() + 1), type, content));
        }
    }

    /** The part of a report that is for machines. */
    private static boolean isReport(String type) {
        return Stream.of(
                        "delivery-status",
                        "global-delivery-status",
                        "disposition-notification",
                        "global-disposition-notification",
                        "feedback-report")
                .anyMatch(report -> type.equals("message/" + report));
    }
}
