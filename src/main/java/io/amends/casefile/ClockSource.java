package io.amends.casefile;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Clocks begun, met and breached. */
@Component
@Order(50)
class ClockSource implements TimelineSource {

    private final CaseClocks clocks;
    private final PlainTime time;

    ClockSource(CaseClocks clocks, PlainTime time) {
        this.clocks = clocks;
        this.time = time;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (CaseClock clock : clocks.of(run.file().number())) {
            String name = "“" + ClockWords.title(clock) + "”";
            entries.add(TimelineEntry.of(
                    clock.start(),
                    null,
                    TimelineEntry.Kind.CLOCK,
                    "Started the clock " + name + ", due " + time.moment(clock.due())));
            if (clock.breached() != null) {
                entries.add(TimelineEntry.of(
                        clock.breached(), null, TimelineEntry.Kind.CLOCK, "The clock " + name + " is breached"));
            }
            if (clock.met() != null) {
                entries.add(TimelineEntry.of(
                        clock.met(),
                        null,
                        TimelineEntry.Kind.CLOCK,
                        "The clock " + name + " is " + ClockWords.of(clock, clock.met(), time)));
            }
        }
        return entries;
    }
}
