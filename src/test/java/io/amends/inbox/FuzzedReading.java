package io.amends.inbox;

import java.io.IOException;
import java.util.Arrays;

/** What a fuzz target looks at: that anything is read, that what holds of every mail holds of it, and that reading it again is the same. */
final class FuzzedReading {

    private static final MessageReader READER = new MessageReader();

    private FuzzedReading() {}

    static void warmUp() {
        try {
            MailSample.all().forEach(sample -> check(sample.bytes()));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static void check(byte[] mail) {
        byte[] before = mail.clone();
        ReadMessage read = READER.read(mail);
        Invariants.hold(read);
        if ("it is not built as mails are".equals(read.why())) {
            throw new AssertionError("the reader has met its own error");
        }
        if (!Arrays.equals(before, mail)) {
            throw new AssertionError("reading has changed the mail");
        }
        sameAgain(read, READER.read(mail));
        keepsAll(read);
    }

    private static void sameAgain(ReadMessage first, ReadMessage again) {
        boolean same = first.kind() == again.kind()
                && first.subject().equals(again.subject())
                && first.text().equals(again.text())
                && first.quoted().equals(again.quoted())
                && first.recipients().equals(again.recipients())
                && first.returned().equals(again.returned())
                && first.attachments().size() == again.attachments().size();
        if (!same) {
            throw new AssertionError("read again, it says something else");
        }
    }

    /** Folding moves lines; it neither loses nor makes one. */
    private static void keepsAll(ReadMessage read) {
        String body = read.text() + "\n" + read.quoted();
        QuotedHistory.Split split = QuotedHistory.split(body);
        long before = filled(body);
        long after = filled(split.text()) + filled(split.quoted());
        if (before != after) {
            throw new AssertionError("folding has lost " + (before - after) + " characters");
        }
    }

    private static long filled(String text) {
        return text.chars().filter(each -> !Character.isWhitespace(each)).count();
    }
}
