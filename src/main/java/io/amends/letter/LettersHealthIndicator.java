package io.amends.letter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says how many letters wait and for how long; unhealthy when one has waited for more than an hour. */
@Component
class LettersHealthIndicator implements HealthIndicator {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final LetterLedger ledger;
    private final Clock clock;

    LettersHealthIndicator(LetterLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Health health() {
        LetterLedger.Waiting waiting = ledger.waiting();
        Instant oldest = waiting.oldest();
        if (oldest == null) {
            return Health.up().withDetail("waiting", 0).build();
        }
        boolean stuck = oldest.plus(LONGEST).isBefore(clock.instant());
        return (stuck ? Health.down() : Health.up())
                .withDetail("waiting", waiting.count())
                .withDetail("oldest", oldest)
                .build();
    }
}
