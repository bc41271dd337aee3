package io.amends.casefile;

import io.amends.clock.Budget;
import io.amends.clock.CaseClock;
import io.amends.clock.ClockChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a clock's life on the same terms: until it was set anew, started again, or is seen now.
 *
 * @param start since when its time counts, or null where that was not kept
 * @param begun when these terms began to hold, or null where that was not kept
 * @param before the stretch before this one, or null for the first
 * @param again whether it had ended before and started again
 * @param due as it was, or is, at the end of the stretch
 * @param ended when it was set anew or started again, or null for the last
 * @param warned likewise breached, met and stopped: when it happened on these terms, or null
 */
record ClockSpan(
        String caseNumber,
        String name,
        @Nullable Instant start,
        @Nullable Instant begun,
        @Nullable ClockSpan before,
        boolean again,
        @Nullable Budget budget,
        Instant due,
        @Nullable Instant ended,
        @Nullable Instant warned,
        @Nullable Instant breached,
        @Nullable Instant met,
        @Nullable Instant stopped) {

    /** All stretches of all clocks, those of one clock oldest first. */
    static List<ClockSpan> of(List<CaseClock> clocks, List<ClockChange> changes) {
        List<ClockSpan> spans = new ArrayList<>();
        for (CaseClock clock : clocks) {
            ClockSpan last = null;
            ClockChange until = null;
            for (ClockChange change : changes) {
                if (change.name().equals(clock.name())) {
                    last = earlier(change, until, last);
                    spans.add(last);
                    until = change;
                }
            }
            spans.add(now(clock, until, last));
        }
        return spans;
    }

    private static ClockSpan earlier(ClockChange change, @Nullable ClockChange until, @Nullable ClockSpan before) {
        return new ClockSpan(
                change.caseNumber(),
                change.name(),
                change.start(),
                until == null ? change.start() : until.changed(),
                before,
                again(until),
                change.budget(),
                change.due(),
                change.changed(),
                news(change.warned(), until == null ? null : until.warned()),
                news(change.breached(), until == null ? null : until.breached()),
                change.met(),
                change.stopped());
    }

    private static ClockSpan now(CaseClock clock, @Nullable ClockChange until, @Nullable ClockSpan before) {
        return new ClockSpan(
                clock.caseNumber(),
                clock.name(),
                clock.start(),
                until == null ? clock.start() : until.changed(),
                before,
                again(until),
                clock.budget(),
                clock.due(),
                null,
                news(clock.warned(), until == null ? null : until.warned()),
                news(clock.breached(), until == null ? null : until.breached()),
                clock.met(),
                clock.stopped());
    }

    /** Whether it was owed just then on these terms. */
    boolean owed(Instant then) {
        return begun != null
                && !begun.isAfter(then)
                && Stream.of(ended, met, stopped).filter(Objects::nonNull).allMatch(end -> end.isAfter(then));
    }

    private static boolean again(@Nullable ClockChange until) {
        return until != null && until.why().equals("started-again");
    }

    /** A warning that still holds after the clock was set anew was given before. */
    private static @Nullable Instant news(@Nullable Instant told, @Nullable Instant toldBefore) {
        return told == null || told.equals(toldBefore) ? null : told;
    }
}
