package io.amends.complaint;

import io.amends.inbox.TakenMail;

/** The words of a mail, cut to what a case's fields hold; the rest stays in the mail. */
final class MailWords {

    private static final int LONGEST_NARRATIVE = 10_000;
    /** A process variable holds no more than 4,000 characters. */
    private static final int LONGEST_REPLY = 3_900;

    private MailWords() {}

    /** Subject and text, as what happened. */
    static String narrative(TakenMail mail) {
        String words = mail.subject().isBlank() ? mail.text() : mail.subject() + "\n\n" + mail.text();
        return cut(printable(words), LONGEST_NARRATIVE, mail.number());
    }

    /** The text alone, as an answer or a further word. */
    static String said(TakenMail mail) {
        return cut(printable(mail.text()), LONGEST_REPLY, mail.number());
    }

    private static String cut(String words, int longest, String number) {
        if (words.length() <= longest) {
            return words;
        }
        String rest = "\n… (the whole mail is " + number + ")";
        int end = longest - rest.length();
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end) + rest;
    }

    /** Without what no field takes. */
    private static String printable(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.replace("\r\n", "\n")
                .codePoints()
                .filter(c -> c == '\n'
                        || c == '\t'
                        || !(Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }
}
