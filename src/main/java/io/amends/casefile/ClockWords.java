package io.amends.casefile;

import io.amends.clock.CaseClock;
import java.time.Duration;
import java.time.Instant;

/** Says how a clock stands. */
final class ClockWords {

    private ClockWords() {}

    /** {@code 3 h left}, {@code 2 h late}, {@code met 3 h early} or {@code met 2 h late}. */
    static String of(CaseClock clock, Instant now, PlainTime time) {
        Instant end = clock.met() == null ? now : clock.met();
        String span = time.span(Duration.between(clock.due(), end));
        boolean late = end.isAfter(clock.due());
        if (clock.met() == null) {
            return span + (late ? " late" : " left");
        }
        return "met " + span + (late ? " late" : " early");
    }

    /** For colours: {@code met}, {@code met-late}, {@code late} or {@code running}. */
    static String tone(CaseClock clock, Instant now) {
        if (clock.met() != null) {
            return clock.met().isAfter(clock.due()) ? "met-late" : "met";
        }
        return now.isAfter(clock.due()) ? "late" : "running";
    }
}
