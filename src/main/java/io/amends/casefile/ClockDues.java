package io.amends.casefile;

import io.amends.clock.Budget;
import io.amends.clock.CaseClocks;
import io.amends.clock.ClockPause;
import java.time.Instant;
import java.util.List;

/**
 * When the clocks of a case were due as seen at some moment of the past, which later pauses do not change.
 *
 * @param stood all pauses of the case
 */
record ClockDues(CaseClocks clocks, String caseNumber, List<ClockPause> stood) {

    /** As it was promised then, pauses that were over by then counted in. */
    Instant then(ClockSpan span, Instant then) {
        Budget budget = span.budget();
        Instant start = span.start();
        if (budget == null || start == null || stood.stream().allMatch(pause -> isOver(pause, then))) {
            return span.due();
        }
        return earlier(clocks.dueThen(caseNumber, span.name(), start, budget, then), span.due());
    }

    /** As it was promised until a pause ended then. */
    Instant before(ClockSpan span, Instant over) {
        return then(span, over.minusMillis(1));
    }

    /** Whether a pause that ended then put the clock off; one that ended with the case, or later than the clock, did not. */
    boolean putOff(ClockSpan span, Instant over) {
        return span.owed(over) && before(span, over).isBefore(then(span, over));
    }

    private static boolean isOver(ClockPause pause, Instant then) {
        return pause.to() != null && !pause.to().isAfter(then);
    }

    // pauses only put off; one that was not counted any more, as the case ended with it, did not
    private static Instant earlier(Instant one, Instant other) {
        return one.isAfter(other) ? other : one;
    }
}
