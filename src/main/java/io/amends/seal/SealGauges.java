package io.amends.seal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

@Component
class SealGauges implements MeterBinder {

    private final SealStanding standing;

    SealGauges(SealStanding standing) {
        this.standing = standing;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("amends.seals.waiting", standing, SealStanding::waiting)
                .description("Closed cases that wait for a seal or a further part")
                .register(registry);
        Gauge.builder("amends.seals.overdue", standing, SealStanding::overdue)
                .description("Closed cases that should have been sealed long ago")
                .register(registry);
        Gauge.builder("amends.seals.mail.seconds", standing, SealStanding::mailAgeSeconds)
                .description("Age of the last head that was mailed; -1 while none was")
                .register(registry);
    }
}
