package io.amends.inbox;

import io.amends.inbox.ReadMessage.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes mails in: each is stored whole, in a transaction of its own, before anything is done with it. The same mail is taken
 * once, however often and by however many nodes it is brought (T-3).
 */
@Service
class MailRoom {

    private static final Logger log = LoggerFactory.getLogger(MailRoom.class);
    private static final int LONGEST_MESSAGE_ID = 250;

    private final MessageReader reader;
    private final MailStore store;
    private final AttachmentRules attachments;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MailRoom(
            MessageReader reader,
            MailStore store,
            AttachmentRules attachments,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.reader = reader;
        this.store = store;
        this.attachments = attachments;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Stores a mail, unless it is known. It is committed when this returns.
     *
     * @return the mail's number
     */
    String take(byte[] original) {
        ReadMessage message = reader.read(original);
        return take(message, original, original.length, true);
    }

    /**
     * Stores as much of a mail as could be had; somebody sorts it by hand.
     *
     * @param head its header, or what there is of it
     * @param size of the whole mail in bytes
     * @param why continues the sentence "This mail …"
     */
    String takeHead(byte[] head, long size, String why) {
        ReadMessage read = reader.read(head);
        ReadMessage unreadable = new ReadMessage(
                Kind.UNREADABLE,
                read.messageId(),
                read.inReplyTo(),
                read.fromName(),
                read.fromAddress(),
                read.recipients(),
                read.subject(),
                read.date(),
                "",
                "",
                read.language(),
                List.of(),
                List.of(),
                why);
        return take(unreadable, head, size, false);
    }

    private String take(ReadMessage message, byte[] original, long size, boolean whole) {
        String hash = MessageHash.of(original);
        String messageId = message.messageId();
        if (messageId == null || messageId.length() > LONGEST_MESSAGE_ID || message.kind() == Kind.UNREADABLE) {
            return takeOnce(hash, message, original, size, whole);
        }
        String number = takeOnce(messageId, message, original, size, whole);
        // programs that count their ids from one again must not cost a mail
        return saysTheSame(number, message) ? number : takeOnce(hash, message, original, size, whole);
    }

    private String takeOnce(String key, ReadMessage message, byte[] original, long size, boolean whole) {
        Optional<String> known = store.numberOf(key);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            List<String> left = attachments.leftOut(message.attachments());
            NewMail mail = new NewMail(key, clock.instant(), message, original, size, whole, left);
            String number = Objects.requireNonNull(transaction.execute(status -> store.add(mail, clock.getZone())));
            log.info("Mail {} taken in, {} bytes", number, size);
            return number;
        } catch (DuplicateKeyException sameOneAtOnce) {
            return store.numberOf(key).orElseThrow(() -> sameOneAtOnce);
        }
    }

    private boolean saysTheSame(String number, ReadMessage message) {
        Mail known = store.find(number).orElseThrow();
        return Objects.equals(known.sender(), StoredWords.fitOrNull(message.fromAddress(), 320))
                && known.subject().equals(StoredWords.fit(message.subject(), 500))
                && store.text(number).text().equals(StoredWords.fit(message.text()))
                && sizes(store.attachments(number))
                        .equals(message.attachments().stream()
                                .map(file -> (long) file.content().length)
                                .toList());
    }

    private static List<Long> sizes(List<MailAttachment> files) {
        return files.stream().map(MailAttachment::size).toList();
    }
}
