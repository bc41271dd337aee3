package io.amends.escalation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
class EscalationGauges implements MeterBinder {

    private final EscalationTable table;
    private final ClockWatch watch;
    private final Heartbeat heartbeat;
    private final Clock clock;

    EscalationGauges(EscalationTable table, ClockWatch watch, Heartbeat heartbeat, Clock clock) {
        this.table = table;
        this.watch = watch;
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("amends.escalations.live", table, EscalationTable::count)
                .description("Calls for help that last")
                .register(registry);
        Gauge.builder("amends.escalations.missing", watch, it -> it.forgotten().size())
                .description("Late clocks that nobody was called for")
                .register(registry);
        Gauge.builder("amends.escalations.watch", this, EscalationGauges::silence)
                .description("How long ago the hourly watch found nothing missing")
                .baseUnit("seconds")
                .register(registry);
    }

    private double silence() {
        return heartbeat
                .last()
                .map(last -> (double) Duration.between(last, clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }
}
