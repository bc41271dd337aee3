package io.amends.letter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says once that a letter to a customer will not arrive; after a listener failed, again at the end of the lease. */
@Component
class UndeliveredNotice {

    private static final Logger log = LoggerFactory.getLogger(UndeliveredNotice.class);

    private final LetterLedger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    UndeliveredNotice(LetterLedger ledger, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.events = events;
        this.transaction = transaction;
    }

    void give(DueLetter letter) {
        try {
            transaction.executeWithoutResult(status -> {
                ledger.finished(letter.id());
                if (letter.toCustomer()) {
                    events.publishEvent(new LetterNotDelivered(
                            letter.caseNumber(), letter.id().toString(), letter.letter()));
                }
            });
        } catch (RuntimeException e) {
            log.error(
                    "Nobody could be told that letter {} of {} is undeliverable", letter.id(), letter.caseNumber(), e);
        }
    }
}
