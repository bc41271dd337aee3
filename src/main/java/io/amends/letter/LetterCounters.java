package io.amends.letter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** How many letters came to which end on this node since it started. */
@Component
class LetterCounters {

    private final Counter sent;
    private final Counter refused;
    private final Counter bounced;

    LetterCounters(MeterRegistry registry) {
        this.sent = counter(registry, "sent", "Letters that the mail server took");
        this.refused = counter(registry, "refused", "Letters that were refused, or given up after five days");
        this.bounced = counter(registry, "bounced", "Letters that came back");
    }

    void sent() {
        sent.increment();
    }

    void refused() {
        refused.increment();
    }

    void bounced() {
        bounced.increment();
    }

    private static Counter counter(MeterRegistry registry, String end, String description) {
        return Counter.builder("amends.letters." + end).description(description).register(registry);
    }
}
