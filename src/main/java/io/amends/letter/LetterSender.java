package io.amends.letter;

import io.amends.operations.RepeatedWork;
import io.amends.operations.WorksInRounds;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what the ledger holds, after the commit that wrote it. A letter is leased before it is sent and marked after, so it
 * leaves once however many nodes there are; only a crash between the two sends it again, with the same Message-ID.
 */
@Service
public class LetterSender implements WorksInRounds {

    private static final int ROUND = 20;

    private final LetterLedger ledger;
    private final LetterDelivery delivery;
    private final UndeliveredNotice notice;
    private final LetterHold hold;
    private final JavaMailSenderImpl server;
    private final LetterProperties properties;
    private final Clock clock;
    private final RepeatedWork rounds;

    LetterSender(
            LetterLedger ledger,
            LetterDelivery delivery,
            UndeliveredNotice notice,
            LetterHold hold,
            JavaMailSenderImpl server,
            LetterProperties properties,
            Clock clock) {
        this.ledger = ledger;
        this.delivery = delivery;
        this.notice = notice;
        this.hold = hold;
        this.server = server;
        this.properties = properties;
        this.clock = clock;
        this.rounds = new RepeatedWork("letters", properties.poll(), this::sendDue);
    }

    /**
     * Sends all letters that are due and returns when each has been tried.
     *
     * @return how many the mail server accepted
     */
    public synchronized int sendDue() {
        boolean held = hold.stands();
        int sent = 0;
        for (List<UUID> due = due(held); !due.isEmpty(); due = due(held)) {
            sent += round(due);
        }
        return sent;
    }

    /** Pushes the sender as soon as the running transaction has committed. */
    void sendAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                push();
            }
        });
    }

    void push() {
        rounds.push();
    }

    @Override
    public RepeatedWork rounds() {
        return rounds;
    }

    private List<UUID> due(boolean held) {
        return held ? ledger.undeliverable(clock.instant(), ROUND) : ledger.due(clock.instant(), ROUND);
    }

    private int round(List<UUID> due) {
        int sent = 0;
        try (Post post = new Post(server)) {
            for (UUID id : due) {
                DueLetter letter =
                        ledger.claim(id, clock.instant(), properties.lease()).orElse(null);
                if (letter == null) {
                    continue;
                }
                if (letter.undeliverable()) {
                    notice.give(letter);
                } else if (delivery.deliver(letter, post)) {
                    sent++;
                }
            }
        }
        return sent;
    }
}
