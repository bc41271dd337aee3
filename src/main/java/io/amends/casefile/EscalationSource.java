package io.amends.casefile;

import io.amends.escalation.EscalationView;
import io.amends.escalation.EscalationView.Call;
import io.amends.escalation.Escalations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Calls for help: who was told, who acknowledged, what became of it (A-1, C-5, C-6). */
@Component
@Order(55)
class EscalationSource implements TimelineSource {

    private final Escalations escalations;
    private final ClockNames clocks;
    private final StaffNames names;
    private final PlainTime time;

    EscalationSource(Escalations escalations, ClockNames clocks, StaffNames names, PlainTime time) {
        this.escalations = escalations;
        this.clocks = clocks;
        this.names = names;
        this.time = time;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        return escalations.of(run.file().number()).stream()
                .flatMap(escalation -> entries(escalation).stream())
                .toList();
    }

    private List<TimelineEntry> entries(EscalationView escalation) {
        String clock = "“" + clocks.title(escalation.caseNumber(), escalation.clock()) + "”";
        List<TimelineEntry> entries = new ArrayList<>();
        Call before = null;
        for (Call call : escalation.calls()) {
            if (before != null && before.acknowledged() != null) {
                entries.add(entry(
                        Objects.requireNonNullElse(before.actUntil(), call.told()),
                        null,
                        "The acknowledgement of " + names.of(before.acknowledgedBy()) + " ran out, and " + clock
                                + " is still late"));
            }
            entries.add(told(call, before, clock));
            if (call.acknowledged() != null) {
                entries.add(acknowledged(call, call.acknowledged(), clock));
            }
            before = call;
        }
        if (escalation.ended() != null) {
            entries.add(entry(
                    escalation.ended(),
                    null,
                    "The call for help with " + clock + " ended: " + Words.value(escalation.endedWhy())));
        }
        return entries;
    }

    private TimelineEntry told(Call call, @Nullable Call before, String clock) {
        String why = before != null && before.acknowledged() == null ? "Nobody acknowledged in time. " : "";
        return entry(
                call.told(),
                null,
                why + "Called " + Words.label(call.group()) + " for help with " + clock + " (level " + call.level()
                        + "), to be acknowledged by " + time.moment(call.windowUntil()));
    }

    private TimelineEntry acknowledged(Call call, Instant at, String clock) {
        List<TimelineEntry.Detail> details = new ArrayList<>();
        if (call.note() != null && !call.note().isBlank()) {
            details.add(new TimelineEntry.Detail("Will do", call.note()));
        }
        if (call.actUntil() != null) {
            details.add(new TimelineEntry.Detail("Holds until", time.moment(call.actUntil())));
        }
        return entry(at, call.acknowledgedBy(), "Acknowledged the call for help with " + clock)
                .with(details);
    }

    private static TimelineEntry entry(Instant at, @Nullable String who, String what) {
        return TimelineEntry.of(at, who, TimelineEntry.Kind.ESCALATION, what);
    }
}
