package io.amends.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
class InboxGauges implements MeterBinder {

    private final MailStore store;
    private final Clock clock;

    InboxGauges(MailStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("amends.inbox.unrouted", store, one -> one.waiting(MailState.TAKEN)
                        .count())
                .description("Mails that were stored and not yet brought anywhere")
                .register(registry);
        Gauge.builder("amends.inbox.unsorted", store, one -> one.waiting(MailState.TO_SORT)
                        .count())
                .description("Mails that somebody has to sort by hand")
                .register(registry);
        Gauge.builder("amends.inbox.oldest", this, InboxGauges::oldestSeconds)
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    private double oldestSeconds() {
        Instant oldest = store.waiting(MailState.TO_SORT).oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
    }
}
