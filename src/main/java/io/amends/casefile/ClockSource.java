package io.amends.casefile;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockPause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Clocks begun, set anew, paused, warned, breached, met and stopped (A-1, C-3). */
@Component
@Order(50)
class ClockSource implements TimelineSource {

    /** Begins anew with all that the owner does, which the record tells anyway. */
    private static final String OWNER_IDLE = "owner-idle";

    private final CaseClocks clocks;
    private final ClockNames names;
    private final PlainTime time;

    ClockSource(CaseClocks clocks, ClockNames names, PlainTime time) {
        this.clocks = clocks;
        this.names = names;
        this.time = time;
    }

    @Override
    public List<TimelineEntry> entries(CaseRun run) {
        String caseNumber = run.file().number();
        List<CaseClock> all = clocks.of(caseNumber);
        List<ClockSpan> spans = ClockSpan.of(all, clocks.changes(caseNumber));
        Stream<TimelineEntry> pauses = all.isEmpty()
                ? Stream.empty()
                : clocks.pauses(caseNumber).stream().flatMap(ClockSource::entries);
        return Stream.concat(pauses, spans.stream().flatMap(span -> entries(span).stream()))
                .toList();
    }

    private static Stream<TimelineEntry> entries(ClockPause pause) {
        TimelineEntry began = entry(pause.from(), "Clocks that may wait stand: " + pause.why());
        return pause.to() == null
                ? Stream.of(began)
                : Stream.of(began, entry(pause.to(), "Clocks that stood run on: no longer " + pause.why()));
    }

    private List<TimelineEntry> entries(ClockSpan span) {
        String name = "“" + names.title(span.name()) + "”";
        List<TimelineEntry> entries = new ArrayList<>();
        boolean worthTelling = !span.name().equals(OWNER_IDLE) || span.warned() != null;
        if (!worthTelling) {
            return entries;
        }
        if (span.begun() != null) {
            entries.add(begun(span, span.begun(), name));
        }
        add(entries, span.warned(), "Gave the warning of the clock " + name);
        add(entries, span.breached(), "The clock " + name + " is breached");
        if (span.met() != null) {
            add(entries, span.met(), "The clock " + name + " is " + ClockWords.met(span.due(), span.met(), time));
        }
        add(entries, span.stopped(), "Stopped the clock " + name + ": what it promised is no longer owed");
        return entries;
    }

    private TimelineEntry begun(ClockSpan span, Instant begun, String name) {
        ClockSpan before = span.before();
        if (before == null) {
            return entry(begun, "Started the clock " + name + ", " + terms(span));
        }
        String what = span.again() ? "Started the clock " + name + " again" : "Set the clock " + name + " anew";
        return entry(begun, what).changing(terms(before), terms(span));
    }

    private String terms(ClockSpan span) {
        String granted = ClockWords.budget(span.budget());
        return (granted == null ? "" : granted + ", ") + "due " + time.moment(span.due());
    }

    private static void add(List<TimelineEntry> entries, @Nullable Instant at, String what) {
        if (at != null) {
            entries.add(entry(at, what));
        }
    }

    private static TimelineEntry entry(Instant at, String what) {
        return TimelineEntry.of(at, null, TimelineEntry.Kind.CLOCK, what);
    }
}
