package io.amends.letter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says how many letters wait and for how long. Down when one has waited for more than an hour for a reason of ours, or when
 * letters are held back after a restore; a warning when the mail server itself has put one off for that long.
 */
@Component
class LettersHealthIndicator implements HealthIndicator {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Status WARNING =
            new Status("WARNING", "The mail server puts letters off; each one's page says with which words");

    private final LetterLedger ledger;
    private final LetterHold hold;
    private final Clock clock;

    LettersHealthIndicator(LetterLedger ledger, LetterHold hold, Clock clock) {
        this.ledger = ledger;
        this.hold = hold;
        this.clock = clock;
    }

    @Override
    public Health health() {
        LetterLedger.Waiting waiting = ledger.waiting();
        Optional<Instant> heldSince = hold.since();
        Health.Builder health = new Health.Builder(status(waiting, heldSince.isPresent()))
                .withDetail("waiting", waiting.count())
                .withDetail("delayed", waiting.delayed())
                .withDetail("unknown", waiting.unknown());
        if (waiting.oldest() != null) {
            health.withDetail("oldest", waiting.oldest());
        }
        heldSince.ifPresent(since -> health.withDetail("heldSince", since)
                .withDetail("held", hold.letters().size()));
        return health.build();
    }

    private Status status(LetterLedger.Waiting waiting, boolean held) {
        if (held || tooLong(waiting.oldestNotPutOff())) {
            return Status.DOWN;
        }
        return tooLong(waiting.oldest()) ? WARNING : Status.UP;
    }

    private boolean tooLong(@Nullable Instant written) {
        return written != null && written.plus(LONGEST).isBefore(clock.instant());
    }
}
