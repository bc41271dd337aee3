package io.amends.inbox;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a mail brings a letter back, and for whom. A person's mail that only talks about it is none. */
final class Bounce {

    private static final Set<String> ORIGINALS = Set.of(
            "message/rfc822",
            "message/global",
            "text/rfc822-headers",
            "text/rfc822",
            "message/rfc822-headers",
            "message/global-headers");

    private static final Pattern ID_IN_TEXT =
            Pattern.compile("(?im)^[>\\s]{0,10}(?:X-Original-|Original-)?Message-Id\\s{0,3}:\\s*(<[^<>\\s]{1,500}>)");

    private Bounce() {}

    /** Per recipient; empty where the mail is no bounce. */
    static List<Returned> of(MimePart message, String subject, Mailbox from, String text) {
        boolean server = MailServer.perhaps(message.headers(), from);
        boolean report = message.type().equals("multipart/report")
                || server
                || message.headers().has("auto-submitted");
        if (report && DeliveryReport.isIn(message)) {
            String id = originalId(message, text);
            List<Returned> returned = DeliveryReport.read(message, id);
            return returned.isEmpty() ? inWords(message.headers(), subject, text, id) : returned;
        }
        if (!server || isReceipt(message)) {
            return List.of();
        }
        String id = originalId(message, text);
        boolean failedRecipients = message.headers().has("x-failed-recipients");
        if (!failedRecipients && !FreeFormBounce.speaksOf(subject, text)) {
            return List.of();
        }
        List<Returned> named = FreeFormBounce.read(message.headers(), subject, text, id);
        // an empty return path alone is what absence notes have too: a bounce says whose letter or which letter
        boolean certain = MailServer.surely(from) || failedRecipients || !named.isEmpty() || id != null;
        return certain ? inWords(message.headers(), subject, text, id) : List.of();
    }

    private static List<Returned> inWords(Headers headers, String subject, String text, @Nullable String id) {
        List<Returned> named = FreeFormBounce.read(headers, subject, text, id);
        return named.isEmpty() ? List.of(FreeFormBounce.nobodyNamed(subject, text, id)) : List.copyOf(named);
    }

    private static boolean isReceipt(MimePart message) {
        return message.all().anyMatch(part -> part.type().endsWith("disposition-notification"));
    }

    /** From the letter that came back, else from what the bounce answers, else from its words. */
    private static @Nullable String originalId(MimePart message, String text) {
        for (MimePart part :
                message.all().filter(each -> ORIGINALS.contains(each.type())).toList()) {
            List<String> ids = MessageReader.ids(headersOf(part.content()).raw("message-id"));
            if (!ids.isEmpty()) {
                return ids.get(0);
            }
        }
        Matcher inText = ID_IN_TEXT.matcher(text);
        if (inText.find()) {
            return inText.group(1);
        }
        List<String> answered = MessageReader.answered(message.headers());
        return answered.isEmpty() ? null : answered.get(0);
    }

    private static Headers headersOf(byte[] original) {
        MimeParser parser = new MimeParser();
        try {
            return parser.parse(original).headers();
        } catch (Unreadable damaged) {
            return parser.root().headers();
        }
    }
}
