package io.amends.casefile;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockPause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Clocks begun, set anew, paused, warned, breached, met and stopped (A-1, C-3). */
@Component
@Order(50)
class ClockSource implements TimelineSource {

    /** Begins anew with all that the owner does, which the record tells anyway; told where the owner did nothing for too long. */
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
        List<ClockPause> stood = all.isEmpty() ? List.of() : clocks.pauses(caseNumber);
        Instant began = run.began();
        ClockDues dues = new ClockDues(clocks, caseNumber, stood);
        return Stream.concat(
                        stood.stream().flatMap(pause -> entries(pause, spans, dues)),
                        spans.stream().flatMap(span -> entries(span, began, dues).stream()))
                .toList();
    }

    private Stream<TimelineEntry> entries(ClockPause pause, List<ClockSpan> spans, ClockDues dues) {
        TimelineEntry began = entry(pause.from(), "Clocks that may wait stand: " + pause.why());
        return pause.to() == null ? Stream.of(began) : Stream.of(began, over(pause.why(), pause.to(), spans, dues));
    }

    private TimelineEntry over(String why, Instant over, List<ClockSpan> spans, ClockDues dues) {
        String what = "Clocks that stood run on: no longer " + why;
        List<ClockSpan> later = spans.stream()
                .filter(span -> worthTelling(span) && dues.putOff(span, over))
                .toList();
        if (later.isEmpty()) {
            return entry(over, what);
        }
        String which = later.stream().map(this::name).collect(Collectors.joining(", "));
        return entry(over, what + ", which put off " + which)
                .changing(due(later, span -> dues.before(span, over)), due(later, span -> dues.then(span, over)));
    }

    /** One of them needs no name, the entry says which it is. */
    private String due(List<ClockSpan> later, Function<ClockSpan, Instant> when) {
        return later.stream()
                .map(span -> (later.size() == 1 ? "" : name(span) + " ") + "due " + time.moment(when.apply(span)))
                .collect(Collectors.joining("; "));
    }

    private static boolean worthTelling(ClockSpan span) {
        return !span.name().equals(OWNER_IDLE) || span.warned() != null || span.breached() != null;
    }

    private String name(ClockSpan span) {
        return "“" + names.title(span.caseNumber(), span.name()) + "”";
    }

    private List<TimelineEntry> entries(ClockSpan span, Instant began, ClockDues dues) {
        String name = name(span);
        List<TimelineEntry> entries = new ArrayList<>();
        if (!worthTelling(span)) {
            return entries;
        }
        if (span.begun() != null) {
            entries.add(begun(span, span.begun(), began, name, dues));
        }
        add(entries, span.warned(), "Gave the warning of the clock " + name);
        add(entries, span.breached(), "The clock " + name + " is breached");
        if (span.met() != null) {
            add(entries, span.met(), "The clock " + name + " is " + ClockWords.met(span.due(), span.met(), time));
        }
        add(entries, span.stopped(), "Stopped the clock " + name + ": what it promised is no longer owed");
        if (span.name().equals(OWNER_IDLE) && span.met() == null && span.stopped() == null) {
            add(entries, span.ended(), "Stopped the clock " + name + ": the owner went on, it begins anew");
        }
        return entries;
    }

    /** A clock may count from before the case, such as from when a mail came in; it is started by the case. */
    private TimelineEntry begun(ClockSpan span, Instant counts, Instant began, String name, ClockDues dues) {
        Instant begun = counts.isBefore(began) ? began : counts;
        String from = time.moment(counts).equals(time.moment(begun)) ? "" : ", counted from " + time.moment(counts);
        String promised = terms(span, dues.then(span, counts));
        ClockSpan before = span.before();
        if (before == null) {
            return entry(begun, "Started the clock " + name + from + ", " + promised);
        }
        String what =
                (span.again() ? "Started the clock " + name + " again" : "Set the clock " + name + " anew") + from;
        String promisedBefore = terms(before, before.due());
        return promised.equals(promisedBefore)
                ? entry(begun, what + ", as before " + promised)
                : entry(begun, what).changing(promisedBefore, promised);
    }

    private String terms(ClockSpan span, Instant due) {
        String granted = ClockWords.budget(span.budget());
        return (granted == null ? "" : granted + ", ") + "due " + time.moment(due);
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
