package io.amends.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a failed try means for its letter. */
enum SmtpVerdict {
    /** The mail server cannot be reached, does not let us in, or does not take our sender: no letter's own fault. */
    SERVER_AWAY,
    /** The server puts off this letter. */
    PUT_OFF,
    /** All of the mail went over the line and nothing came back. */
    NO_ANSWER,
    /** The server refuses this letter for good. */
    REFUSED;

    /** The server wants us to sign in or to encrypt: our mistake, not the recipient's. */
    private static final Set<Integer> OUR_MISTAKE = Set.of(530, 534, 535, 538);

    /** RFC 3463: the sender's address is bad. Some servers say so only when they hear the recipient's. */
    private static final Pattern BAD_SENDER = Pattern.compile("\\b5\\.1\\.[78]\\b");

    private static final String SENDER_COMMAND = "MAIL FROM";
    private static final int LONGEST = 500;

    /** @param handedOver whether the last byte of the mail went over the line */
    static SmtpVerdict of(MessagingException failure, boolean handedOver) {
        if (failure instanceof Post.Unreachable) {
            return SERVER_AWAY;
        }
        for (Exception at = failure; at != null; at = next(at)) {
            if (at instanceof AddressException) {
                return REFUSED;
            }
            int code = code(at);
            if (code >= 400) {
                return ours(at, code) ? SERVER_AWAY : code >= 500 ? REFUSED : PUT_OFF;
            }
        }
        return handedOver ? NO_ANSWER : SERVER_AWAY;
    }

    /** What the server said, in one line. */
    static String words(Exception failure) {
        StringBuilder words = new StringBuilder();
        for (Exception at = failure; at != null; at = next(at)) {
            String message = spaced(String.valueOf(at.getMessage()));
            if (words.indexOf(message) < 0) {
                words.append(words.isEmpty() ? "" : "; ").append(message);
            }
        }
        return oneLine(words.toString());
    }

    /** Short enough for the ledger. */
    static String oneLine(String words) {
        String line = spaced(words);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static String spaced(String words) {
        return words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static boolean ours(Exception at, int code) {
        boolean sender = at instanceof SMTPSendFailedException send
                && send.getCommand().regionMatches(true, 0, SENDER_COMMAND, 0, SENDER_COMMAND.length());
        return sender
                || OUR_MISTAKE.contains(code)
                || BAD_SENDER.matcher(String.valueOf(at.getMessage())).find();
    }

    private static @Nullable Exception next(Exception at) {
        return at instanceof MessagingException mail ? mail.getNextException() : null;
    }

    private static int code(Exception at) {
        if (at instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (at instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return at instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
    }
}
