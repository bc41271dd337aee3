package io.amends.inbox;

import io.amends.inbox.Returned.Fate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the part of a bounce that is for machines (RFC 3464, with the addresses of RFC 6533). */
final class DeliveryReport {

    private static final int MOST_RECIPIENTS = 200;
    private static final int LONGEST_REASON = 300;

    private static final Set<String> STATUS_PARTS = Set.of("message/delivery-status", "message/global-delivery-status");

    private static final Pattern BLANK_LINE = Pattern.compile("\\n(?:[ \\t]*\\n)+");
    private static final Pattern UNICODE = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{1,6})}");
    private static final Pattern CODE_TYPE = Pattern.compile("^\\s*(?:x-)?[A-Za-z0-9-]{1,30}\\s*;\\s*");

    private DeliveryReport() {}

    static boolean isIn(MimePart message) {
        return message.all().anyMatch(part -> STATUS_PARTS.contains(part.type()));
    }

    /** One entry per recipient; empty where the report names none. */
    static List<Returned> read(MimePart message, @Nullable String originalMessageId) {
        List<Returned> returned = new ArrayList<>();
        for (MimePart part :
                message.all().filter(each -> STATUS_PARTS.contains(each.type())).toList()) {
            String fields = Charsets.decode(part.content(), null).replace("\r\n", "\n");
            for (String block : BLANK_LINE.split(fields, -1)) {
                Headers about = fields(block);
                boolean recipient = about.has("final-recipient") || about.has("original-recipient");
                if (recipient && returned.size() < MOST_RECIPIENTS) {
                    returned.add(one(about, originalMessageId));
                }
            }
        }
        return List.copyOf(returned);
    }

    private static Headers fields(String block) {
        MimeParser parser = new MimeParser();
        try {
            return parser.parse((block.strip() + "\n\n").getBytes(StandardCharsets.UTF_8))
                    .headers();
        } catch (Unreadable tooLarge) {
            return parser.root().headers();
        }
    }

    private static Returned one(Headers about, @Nullable String originalMessageId) {
        String original = address(about.raw("original-recipient"));
        String recipient = original != null ? original : address(about.raw("final-recipient"));
        return new Returned(recipient, originalMessageId, fate(about), reason(about));
    }

    private static Fate fate(Headers about) {
        String status = about.token("status");
        return switch (about.token("action").split("[^a-z]", 2)[0]) {
            case "delivered", "relayed", "expanded" -> Fate.DELIVERED;
            case "delayed" -> Fate.DELAYED;
            case "failed" -> Fate.FAILED;
            default -> status.startsWith("2") ? Fate.DELIVERED : status.startsWith("4") ? Fate.DELAYED : Fate.FAILED;
        };
    }

    private static String reason(Headers about) {
        String said = CODE_TYPE.matcher(about.text("diagnostic-code")).replaceFirst("");
        String status = about.token("status").split("\\s", 2)[0];
        if (said.isBlank()) {
            return OneLine.of(status, LONGEST_REASON);
        }
        return OneLine.of(said.contains(status) ? said : status + " " + said, LONGEST_REASON);
    }

    /** {@code rfc822; someone@example.com}, {@code utf-8; \x{5BA2}@example.com}, or just the address. */
    private static @Nullable String address(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String plain = typed.substring(typed.indexOf(';') + 1).strip();
        Matcher escape = UNICODE.matcher(plain);
        String decoded = escape.replaceAll(hex -> {
            int point = Integer.parseInt(hex.group(1), 16);
            return Matcher.quoteReplacement(Character.isValidCodePoint(point) ? Character.toString(point) : "?");
        });
        String bare = Mailbox.bare(decoded.replaceAll("^<|>$", ""));
        return bare != null ? bare : Mailbox.only(decoded.toLowerCase(Locale.ROOT));
    }
}
