package io.amends.inbox;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What holds for whatever bytes were read. */
final class Invariants {

    private static final Pattern UNSAFE_IN_A_LINE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern UNSAFE_IN_A_NAME = Pattern.compile("[/\\\\<>:\"|?*]");
    private static final Pattern UNSAFE_IN_A_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private Invariants() {}

    static void hold(ReadMessage read) {
        line("message id", read.messageId(), 502);
        read.inReplyTo().forEach(id -> line("answered id", id, 502));
        line("sender's name", read.fromName(), 150);
        address("sender", read.fromAddress());
        read.recipients().forEach(recipient -> address("recipient", recipient));
        line("subject", read.subject(), 300);
        line("reason", read.why(), 300);
        text("text", read.text());
        text("quoted", read.quoted());
        check(List.of("en", "zh-CN").contains(read.language()), "language", read.language());
        read.attachments().forEach(Invariants::attached);
        for (Returned returned : read.returned()) {
            address("returned recipient", returned.recipient());
            line("original id", returned.originalMessageId(), 502);
            line("reason", returned.reason(), 300);
        }
        boolean bounce = read.kind() == ReadMessage.Kind.BOUNCE;
        check(bounce != read.returned().isEmpty(), "returned", read.kind());
        boolean reason = read.kind() == ReadMessage.Kind.UNREADABLE || read.kind() == ReadMessage.Kind.AUTOMATIC;
        check(reason == (read.why() != null), "why", read.kind());
    }

    private static void attached(Attached file) {
        String name = file.name();
        line("name", name, 150);
        check(!name.isBlank() && !UNSAFE_IN_A_NAME.matcher(name).find(), "name", name);
        check(!name.startsWith(".") && !name.endsWith("."), "name", name);
        line("type", file.type(), 150);
        check(file.type().matches("[\\w.+-]+/[\\w.+-]+"), "type", file.type());
    }

    private static void address(String what, String address) {
        line(what, address, 254);
        check(
                address == null || (address.indexOf('@') > 0 && address.indexOf(' ') < 0 || address.startsWith("\"")),
                what,
                address);
    }

    private static void line(String what, String line, int longest) {
        check(
                line == null
                        || (line.length() <= longest
                                && !UNSAFE_IN_A_LINE.matcher(line).find()),
                what,
                line);
    }

    private static void text(String what, String text) {
        check(!UNSAFE_IN_A_TEXT.matcher(text).find(), what, text);
        check(text.equals(text.strip()), what, text);
    }

    private static void check(boolean holds, String what, Object value) {
        if (!holds) {
            throw new AssertionError(what + " does not hold: " + Objects.toString(value));
        }
    }
}
