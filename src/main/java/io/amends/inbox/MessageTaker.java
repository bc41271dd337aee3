package io.amends.inbox;

import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes a message out of the mailbox: stored first, marked after the commit. A crash in between brings it again, and then it is
 * known. One that cannot be fetched is tried again, and after some tries its head goes to a person: it never holds up the others.
 */
class MessageTaker {

    static final int TRIES = 3;

    private static final Logger log = LoggerFactory.getLogger(MessageTaker.class);

    private final MailRoom room;
    private final long largest;
    // per uid; forgotten with the process, which only means more tries
    private final Map<Long, Integer> failures = new HashMap<>();

    MessageTaker(MailRoom room, InboxProperties properties) {
        this.room = room;
        this.largest = properties.largestMessage().toBytes();
    }

    /**
     * @return false when the message stays in the mailbox and comes again
     * @throws MailboxAway when the connection is lost
     * @throws RuntimeException when the database is away, and nothing can be taken now
     */
    boolean take(Message message) {
        try {
            store((MimeMessage) message);
            TakenMark.set(message);
            failures.remove(uid(message));
            return true;
        } catch (FolderClosedException | StoreClosedException e) {
            throw new MailboxAway(e);
        } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException e) {
            throw e;
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return failed((MimeMessage) message, e);
        }
    }

    /** Whether some message has to be tried again soon. */
    boolean owes() {
        return !failures.isEmpty();
    }

    private void store(MimeMessage message) throws MessagingException, IOException {
        long size = message.getSize();
        if (size > largest) {
            tooLarge(message, size);
            return;
        }
        BoundedBytes bytes = new BoundedBytes(largest);
        try {
            message.writeTo(bytes);
        } catch (BoundedBytes.TooMany e) {
            tooLarge(message, largest);
            return;
        }
        room.take(bytes.toBytes());
    }

    private void tooLarge(MimeMessage message, long size) throws MessagingException {
        room.takeHead(head(message), size, "is larger than " + (largest >> 20) + " MB and stays in the mailbox");
    }

    /** It is the message's own fault, not that of the connection or the database. */
    private boolean failed(MimeMessage message, Throwable failure) {
        Folder folder = message.getFolder();
        if (folder == null || !folder.isOpen()) {
            throw new MailboxAway(failure);
        }
        try {
            int tries = failures.merge(uid(message), 1, Integer::sum);
            log.warn("A message could not be taken at attempt {}: {}", tries, failure.toString());
            return tries >= TRIES && takeWhatThereIs(message, failure);
        } catch (MessagingException away) {
            throw new MailboxAway(away);
        } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException e) {
            log.error("Not even the head of a message could be taken; it stays in the mailbox", e);
            return false;
        }
    }

    private boolean takeWhatThereIs(MimeMessage message, Throwable failure) throws MessagingException {
        long uid = uid(message);
        room.takeHead(
                headOrNumber(message, uid),
                Math.max(0, message.getSize()),
                "could not be fetched and stays in the mailbox: " + failure);
        TakenMark.set(message);
        failures.remove(uid);
        return true;
    }

    private static long uid(Message message) throws MessagingException {
        return ((UIDFolder) message.getFolder()).getUID(message);
    }

    private static byte[] headOrNumber(MimeMessage message, long uid) {
        try {
            return head(message);
        } catch (MessagingException unreadable) {
            return ("X-IMAP-UID: " + uid + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] head(MimeMessage message) throws MessagingException {
        List<String> lines = Collections.list(message.getAllHeaderLines());
        // the bytes as they came
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The connection to the mailbox is lost. */
    static final class MailboxAway extends RuntimeException {
        MailboxAway(Throwable cause) {
            super(cause);
        }
    }
}
