package io.amends.letter;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what the ledger holds, after the commit that wrote it. A letter is leased before it is sent and marked after, so it
 * leaves once however many nodes there are; only a crash between the two sends it again, with the same Message-ID.
 */
@Service
public class LetterSender implements SmartLifecycle {

    static final Duration LEASE = Duration.ofMinutes(5);
    static final Duration GIVE_UP_AFTER = Duration.ofDays(5);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);
    private static final int ROUND = 20;
    private static final String LEFT_OR_NOT = "A crash left open whether it was sent before";

    private static final Logger log = LoggerFactory.getLogger(LetterSender.class);

    private final LetterLedger ledger;
    private final MailWriter writer;
    private final JavaMailSenderImpl server;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<LetterCheck> checks;
    private final TransactionTemplate transaction;
    private final LetterProperties properties;
    private final Clock clock;
    private final AtomicBoolean pushed = new AtomicBoolean();
    private volatile @Nullable ThreadPoolTaskScheduler scheduler;

    LetterSender(
            LetterLedger ledger,
            MailWriter writer,
            JavaMailSenderImpl server,
            ApplicationEventPublisher events,
            ObjectProvider<LetterCheck> checks,
            TransactionTemplate transaction,
            LetterProperties properties,
            Clock clock) {
        this.ledger = ledger;
        this.writer = writer;
        this.server = server;
        this.events = events;
        this.checks = checks;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Sends all letters that are due and returns when each has been tried.
     *
     * @return how many the mail server accepted
     */
    public synchronized int sendDue() {
        int sent = 0;
        for (List<UUID> due = due(); !due.isEmpty(); due = due()) {
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

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // quietly() reports its failures itself
    public void start() {
        ThreadPoolTaskScheduler started = new ThreadPoolTaskScheduler();
        started.setThreadNamePrefix("letters-");
        started.setWaitForTasksToCompleteOnShutdown(true);
        started.setAwaitTerminationSeconds(30);
        started.initialize();
        started.scheduleWithFixedDelay(this::quietly, properties.poll());
        scheduler = started;
    }

    @Override
    public void stop() {
        ThreadPoolTaskScheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private void push() {
        ThreadPoolTaskScheduler running = scheduler;
        if (running != null && pushed.compareAndSet(false, true)) {
            running.execute(this::quietly);
        }
    }

    /** A database that is away for a while must not end the polling. */
    private void quietly() {
        pushed.set(false);
        try {
            sendDue();
        } catch (RuntimeException e) {
            log.warn("Letters could not be sent, next try in {}: {}", properties.poll(), e.toString());
        }
    }

    private List<UUID> due() {
        return ledger.due(clock.instant(), ROUND);
    }

    private int round(List<UUID> due) {
        int sent = 0;
        try (Post post = new Post(server)) {
            for (UUID id : due) {
                DueLetter letter = ledger.claim(id, clock.instant(), LEASE).orElse(null);
                if (letter == null) {
                    continue;
                }
                if (letter.undeliverable()) {
                    announce(letter);
                } else if (!wanted(letter)) {
                    log.info("Letter {} '{}' of {} is no longer needed", id, letter.letter(), letter.caseNumber());
                    ledger.noLongerNeeded(id, letter.state() == LetterState.SENDING ? LEFT_OR_NOT : null);
                } else if (send(letter, post)) {
                    sent++;
                }
            }
        }
        return sent;
    }

    /** Looked at again, for what a letter says may have been overtaken since it was written (C-7). */
    private boolean wanted(DueLetter letter) {
        return checks.stream()
                .allMatch(check -> check.stillWanted(letter.caseNumber(), letter.letter(), letter.occurrence()));
    }

    private boolean send(DueLetter letter, Post post) {
        try {
            post.send(writer.write(letter, post.session()));
        } catch (MessagingException e) {
            failed(letter, e);
            return false;
        }
        ledger.sent(letter.id(), clock.instant());
        log.debug("Letter {} '{}' of {} sent", letter.id(), letter.letter(), letter.caseNumber());
        return true;
    }

    private void failed(DueLetter letter, MessagingException failure) {
        Instant now = clock.instant();
        Instant end = letter.queuedAt().plus(GIVE_UP_AFTER);
        String problem = SmtpVerdict.words(failure);
        if (SmtpVerdict.forGood(failure) || !now.isBefore(end)) {
            log.warn("Letter {} '{}' of {} refused for good", letter.id(), letter.letter(), letter.caseNumber());
            ledger.refused(letter.id(), now, problem);
        } else {
            Instant next = now.plus(wait(letter.attempts()));
            log.warn("Letter {} of {} delayed until {}", letter.id(), letter.caseNumber(), next);
            ledger.delayed(letter.id(), next.isBefore(end) ? next : end, problem);
        }
    }

    /** From a minute, doubling, to four hours. */
    static Duration wait(int attemptsBefore) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attemptsBefore, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private void announce(DueLetter letter) {
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
