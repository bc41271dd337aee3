package io.amends.moving;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A move of the cases of one process to its newest version.
 *
 * @param versions that it takes cases from
 * @param state one of the constants
 * @param problem why it cannot go on at the moment, or null
 * @param stoppedBy who stopped it last, or null
 */
record Move(
        long id,
        String processKey,
        List<Integer> versions,
        int toVersion,
        String askedBy,
        Instant askedAt,
        String state,
        @Nullable String problem,
        @Nullable String stoppedBy,
        @Nullable Instant stoppedAt,
        @Nullable Instant finishedAt) {

    static final String WORKING = "working";
    static final String STOPPED = "stopped";
    static final String FINISHED = "finished";

    boolean working() {
        return state.equals(WORKING);
    }

    boolean stopped() {
        return state.equals(STOPPED);
    }
}
