package io.amends.escalation;

import io.amends.clock.CaseClock;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Down when nobody is called for a late clock, or when the watch over that has fallen silent (C-8). */
@Component
class EscalationsHealthIndicator extends AbstractHealthIndicator {

    private static final int NAMED = 20;

    private final ClockWatch watch;
    private final Heartbeat heartbeat;
    private final EscalationProperties properties;
    private final Clock clock;
    private final Instant started;

    EscalationsHealthIndicator(ClockWatch watch, Heartbeat heartbeat, EscalationProperties properties, Clock clock) {
        super("Late clocks and escalations could not be compared");
        this.watch = watch;
        this.heartbeat = heartbeat;
        this.properties = properties;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<CaseClock> forgotten = watch.forgotten();
        Instant clean = heartbeat.last().orElse(null);
        boolean silent = silent(clean);
        health.status(forgotten.isEmpty() && !silent ? Status.UP : Status.DOWN)
                .withDetail("lateWithoutEscalation", forgotten.size());
        if (!forgotten.isEmpty()) {
            health.withDetail(
                    "cases",
                    forgotten.stream()
                            .map(CaseClock::caseNumber)
                            .distinct()
                            .limit(NAMED)
                            .toList());
        }
        if (silent) {
            health.withDetail(
                    "reason",
                    "The hourly watch over late clocks has not come to a clean end for more than "
                            + properties.longestSilence().toHours()
                            + " hours; look for failed jobs of clock-watch in Cockpit");
        }
        if (clean != null) {
            health.withDetail("lastCleanWatch", clean);
        }
    }

    /** After a start, and after a time in which nothing ran, the watch gets the same time to come round. */
    private boolean silent(@Nullable Instant clean) {
        Instant since = clean == null || clean.isBefore(started) ? started : clean;
        return since.plus(properties.longestSilence()).isBefore(clock.instant());
    }
}
