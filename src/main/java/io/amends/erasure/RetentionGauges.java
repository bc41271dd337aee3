package io.amends.erasure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

@Component
class RetentionGauges implements MeterBinder {

    private final RetentionWork work;
    private final RetentionTable table;

    RetentionGauges(RetentionWork work, RetentionTable table) {
        this.work = work;
        this.table = table;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("amends.retention.due", work, it -> it.due().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .description("Closed cases whose time is over")
                .register(registry);
        Gauge.builder("amends.retention.overdue", work, RetentionWork::overdue)
                .description("Cases that should have been gone for a week")
                .register(registry);
        Gauge.builder("amends.retention.failed", table, RetentionTable::failing)
                .description("Cases that could not be removed")
                .register(registry);
        Gauge.builder("amends.retention.held", table, RetentionTable::held)
                .description("Cases that are held")
                .register(registry);
    }
}
