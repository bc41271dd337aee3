package io.amends.letter;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One try to send one letter, and what the ledger says afterwards. */
@Component
class LetterDelivery {

    static final Duration GIVE_UP_AFTER = Duration.ofDays(5);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(4);
    private static final String LEFT_OR_NOT = "Nobody knows whether it was sent before";

    private static final Logger log = LoggerFactory.getLogger(LetterDelivery.class);

    private final LetterLedger ledger;
    private final MailWriter writer;
    private final ObjectProvider<LetterCheck> checks;
    private final LetterCounters counters;
    private final SentNotice notice;
    private final Clock clock;

    LetterDelivery(
            LetterLedger ledger,
            MailWriter writer,
            ObjectProvider<LetterCheck> checks,
            LetterCounters counters,
            SentNotice notice,
            Clock clock) {
        this.ledger = ledger;
        this.writer = writer;
        this.checks = checks;
        this.counters = counters;
        this.notice = notice;
        this.clock = clock;
    }

    /**
     * @param letter leased by this node
     * @return whether the mail server took it
     */
    boolean deliver(DueLetter letter, Post post) {
        OutgoingMail mail = null;
        try {
            if (!wanted(letter)) {
                overtaken(letter);
                return false;
            }
            mail = writer.write(letter, post.session());
            post.send(mail);
        } catch (MessagingException e) {
            failed(letter, SmtpVerdict.of(e, handedOver(mail)), SmtpVerdict.words(e));
            return false;
        } catch (RuntimeException e) {
            // one letter that cannot be looked at or made a mail does not stop the others
            log.error("Letter {} of {} cannot be sent", letter.id(), letter.caseNumber(), e);
            failed(letter, handedOver(mail) ? SmtpVerdict.NO_ANSWER : SmtpVerdict.PUT_OFF, SmtpVerdict.words(e));
            return false;
        }
        notice.give(letter, clock.instant());
        counters.sent();
        log.debug("Letter {} '{}' of {} sent", letter.id(), letter.letter(), letter.caseNumber());
        return true;
    }

    /** Looked at again, for what a letter says may have been overtaken since it was written (C-7). */
    private boolean wanted(DueLetter letter) {
        return checks.stream()
                .allMatch(check -> check.stillWanted(letter.caseNumber(), letter.letter(), letter.occurrence()));
    }

    private void overtaken(DueLetter letter) {
        log.info("Letter {} '{}' of {} is no longer needed", letter.id(), letter.letter(), letter.caseNumber());
        ledger.noLongerNeeded(letter.id(), letter.doubtful() ? LEFT_OR_NOT : null);
    }

    private static boolean handedOver(@Nullable OutgoingMail mail) {
        return mail != null && mail.handedOver();
    }

    private void failed(DueLetter letter, SmtpVerdict verdict, String problem) {
        Instant now = clock.instant();
        Instant end = letter.queuedAt().plus(GIVE_UP_AFTER);
        if (verdict == SmtpVerdict.REFUSED || !now.isBefore(end)) {
            log.warn("Letter {} '{}' of {} refused for good", letter.id(), letter.letter(), letter.caseNumber());
            ledger.refused(letter.id(), now, problem);
            counters.refused();
            return;
        }
        Instant next = earlier(now.plus(wait(letter.attempts())), end);
        log.warn("Letter {} of {} tried again at {}: {}", letter.id(), letter.caseNumber(), next, verdict);
        if (verdict == SmtpVerdict.NO_ANSWER) {
            ledger.unknown(letter.id(), next, problem);
        } else {
            ledger.delayed(letter.id(), next, problem, verdict == SmtpVerdict.PUT_OFF);
        }
    }

    /** From a minute, doubling, to four hours. */
    static Duration wait(int attemptsBefore) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attemptsBefore, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
