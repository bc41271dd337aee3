package io.amends.seal;

import io.amends.letter.Letters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the head of the chain out of the house once a day, also where it has not moved, so that a day without a mail tells something. Whoever
 * changes the database afterwards cannot change what lies in that mailbox.
 */
@Component
class HeadMail {

    static final String LETTER = "seal-head";
    static final String TO = "outside";

    /** A day that lies behind cannot be sworn to any more: its head is named by the next mail, which stands for it, too. */
    static final String WHY_NONE =
            "No head was mailed: Amends did not run at that time of day, or its clock was moved past it."
                    + " The next head stands for what was sealed until then.";

    private static final Logger LOG = LoggerFactory.getLogger(HeadMail.class);

    private final SealTable seals;
    private final HeadTable heads;
    private final Letters letters;
    private final SealProperties properties;
    private final Clock clock;
    private final TransactionTemplate transaction;

    HeadMail(
            SealTable seals,
            HeadTable heads,
            Letters letters,
            SealProperties properties,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.seals = seals;
        this.heads = heads;
        this.letters = letters;
        this.properties = properties;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return whether it was mailed now */
    boolean mailIfDue() {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        LocalDate today = now.toLocalDate();
        if (!properties.mails() || now.toLocalTime().isBefore(properties.mailAt()) || heads.has(today)) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> mail(today, now.toInstant())));
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    private boolean mail(LocalDate today, Instant now) {
        SealHead head = seals.head();
        if (head.seq() == 0) {
            return false;
        }
        heads.latest(1).stream()
                .map(HeadTable.Mailed::day)
                .filter(last -> last.plusDays(1).isBefore(today))
                .forEach(last ->
                        LOG.warn("Between {} and {} no day has a head of the seals. {}", last, today, WHY_NONE));
        heads.add(today, head, now);
        letters.write(
                SealLetters.reference(today),
                LETTER,
                TO,
                today.toString(),
                Map.of("sealHead", head.toString(), "sealCount", head.seq()));
        LOG.info("The head of the seals as of {} is {}", today, head);
        return true;
    }
}
