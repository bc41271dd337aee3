package io.amends.inbox;

import io.amends.operations.RepeatedWork;
import io.amends.operations.WorksInRounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Routes what was stored. A mail is leased before and settled with what it causes, so that it causes it once however many nodes
 * there are; one that fails is tried again, and after three tries a person sorts it. It never holds up the next.
 */
@Service
class MailWork implements WorksInRounds {

    static final int TRIES = 3;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration SECOND_WAIT = Duration.ofMinutes(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int ROUND = 50;

    private static final Logger log = LoggerFactory.getLogger(MailWork.class);

    private final MailStore store;
    private final MailRouter router;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RepeatedWork rounds;

    MailWork(MailStore store, MailRouter router, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.router = router;
        this.transaction = transaction;
        this.clock = clock;
        this.rounds = new RepeatedWork("mail-routing", LOOK_EVERY, this::routeDue);
    }

    /** Routes all mails that are due and returns when each has been tried. */
    synchronized void routeDue() {
        for (List<String> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(this::tryToRoute);
        }
    }

    /** Routes what has just been stored, without waiting for the next look. */
    void push() {
        rounds.push();
    }

    @Override
    public RepeatedWork rounds() {
        return rounds;
    }

    private List<String> due() {
        return store.due(clock.instant(), ROUND);
    }

    private void tryToRoute(String number) {
        Instant now = clock.instant();
        store.claim(number, now, now.plus(LEASE)).ifPresent(attempt -> {
            if (attempt > TRIES) {
                giveUp(number, "its routing never came to an end");
                return;
            }
            try {
                transaction.executeWithoutResult(status -> router.route(number));
            } catch (RuntimeException e) {
                failed(number, attempt, e);
            }
        });
    }

    private void failed(String number, int attempt, RuntimeException failure) {
        log.warn("Mail {} could not be routed at attempt {}", number, attempt, failure);
        if (attempt < TRIES) {
            store.tryAgain(number, clock.instant().plus(attempt == 1 ? FIRST_WAIT : SECOND_WAIT));
        } else {
            giveUp(number, failure.toString());
        }
    }

    private void giveUp(String number, String why) {
        transaction.executeWithoutResult(
                status -> router.giveUp(number, "It could not be brought to its case: " + why + "."));
    }
}
