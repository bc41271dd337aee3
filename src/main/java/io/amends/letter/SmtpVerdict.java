package io.amends.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Whether another try makes sense after a failed one. */
final class SmtpVerdict {

    /** The server wants us to sign in or to encrypt: our mistake, not the recipient's. */
    private static final Set<Integer> OUR_MISTAKE = Set.of(530, 534, 535, 538);

    private static final int LONGEST = 500;

    private SmtpVerdict() {}

    static boolean forGood(MessagingException failure) {
        if (failure instanceof Post.Unreachable) {
            return false;
        }
        for (Exception at = failure; at != null; at = next(at)) {
            int code = code(at);
            if (at instanceof AddressException || (code >= 500 && !OUR_MISTAKE.contains(code))) {
                return true;
            }
            if (code >= 400) {
                return false;
            }
        }
        return false;
    }

    /** What the server said, in one line. */
    static String words(MessagingException failure) {
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
