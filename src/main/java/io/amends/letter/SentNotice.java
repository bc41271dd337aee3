package io.amends.letter;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks a letter as sent and says so in the same breath; whoever fails to listen does not make it leave a second time. */
@Component
class SentNotice {

    private static final Logger log = LoggerFactory.getLogger(SentNotice.class);

    private final LetterLedger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SentNotice(LetterLedger ledger, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.events = events;
        this.transaction = transaction;
    }

    void give(DueLetter letter, Instant now) {
        try {
            transaction.executeWithoutResult(status -> {
                if (ledger.sent(letter.id(), now)) {
                    events.publishEvent(new LetterSent(
                            letter.id().toString(),
                            letter.caseNumber(),
                            letter.letter(),
                            letter.recipient(),
                            letter.toCustomer(),
                            now));
                }
            });
        } catch (RuntimeException e) {
            log.error("Nobody could be told that letter {} of {} was sent", letter.id(), letter.caseNumber(), e);
            ledger.sent(letter.id(), now);
        }
    }
}
