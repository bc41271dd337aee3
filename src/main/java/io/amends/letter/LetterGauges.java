package io.amends.letter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
class LetterGauges implements MeterBinder {

    private final LetterLedger ledger;
    private final LetterHold hold;
    private final Clock clock;

    LetterGauges(LetterLedger ledger, LetterHold hold, Clock clock) {
        this.ledger = ledger;
        this.hold = hold;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("amends.letters.waiting", ledger, one -> one.waiting().count())
                .description("Letters that were written and are not yet sent")
                .register(registry);
        Gauge.builder("amends.letters.delayed", ledger, one -> one.waiting().delayed())
                .description("Those of them that were tried in vain")
                .register(registry);
        Gauge.builder("amends.letters.unknown", ledger, one -> one.waiting().unknown())
                .description("Those of them that may have left: no answer came")
                .register(registry);
        Gauge.builder("amends.letters.held", hold, one -> one.letters().size())
                .description("Letters held back after a restore until an operator decides")
                .register(registry);
        Gauge.builder("amends.letters.oldest", this, LetterGauges::oldestSeconds)
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    private double oldestSeconds() {
        Instant oldest = ledger.waiting().oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
    }
}
