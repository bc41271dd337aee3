package io.amends.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One promise of time that the house made on a case (C-2).
 *
 * @param name as in the decision table, such as {@code first-contact}
 * @param met when what was promised was done, or null while it is owed
 * @param breached when its being late was first noticed, or null
 */
public record CaseClock(
        String caseNumber,
        String name,
        Budget budget,
        Instant start,
        Instant due,
        @Nullable Instant met,
        @Nullable Instant breached) {

    public boolean running() {
        return met == null;
    }
}
