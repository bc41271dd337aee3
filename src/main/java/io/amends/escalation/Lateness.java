package io.amends.escalation;

import io.amends.clock.CaseClock;
import io.amends.clock.CaseClocks;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at a clock again before anything is done about its being late (C-7). */
@Component
class Lateness {

    private static final String MORE_TIME = "The clock has more time";
    private static final String STARTED_AGAIN = "started-again";

    private final CaseClocks clocks;
    private final Clock clock;

    Lateness(CaseClocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Whether the clock is still owed, past the moment that calls for help, and not started anew since. */
    boolean stillLate(ClockRef ref) {
        return find(ref).filter(this::late).isPresent();
    }

    /** Whether the clock still runs as it did when its warning was given. */
    boolean stillRuns(ClockRef ref) {
        return find(ref).filter(it -> it.running() && it.pausedSince() == null).isPresent();
    }

    /** Why nobody has to be called any more, in words; whatever else ended the escalation when the clock is late as before. */
    String whyOver(ClockRef ref, String otherwise) {
        Optional<CaseClock> found = find(ref);
        if (found.isEmpty()) {
            return startedAgain(ref) ? "The clock was started anew" : MORE_TIME;
        }
        CaseClock it = found.get();
        if (it.met() != null) {
            return "The clock was met";
        }
        if (it.stopped() != null) {
            return "The clock was stopped";
        }
        return late(it) ? otherwise : MORE_TIME;
    }

    private boolean startedAgain(ClockRef ref) {
        return clocks.changes(ref.caseNumber()).stream()
                .anyMatch(it -> it.name().equals(ref.clock())
                        && it.occurrence() == ref.occurrence()
                        && it.why().equals(STARTED_AGAIN));
    }

    private Optional<CaseClock> find(ClockRef ref) {
        return clocks.find(ref.caseNumber(), ref.clock()).filter(it -> it.occurrence() == ref.occurrence());
    }

    private boolean late(CaseClock it) {
        return it.running() && it.escalateAt() != null && !it.escalateAt().isAfter(clock.instant());
    }
}
