package io.amends.casefile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In which order things of the same moment happened. The engine's ids are time-based UUIDs, far finer than its moments and never twice
 * the same on a node: what was made first has the smaller one.
 */
final class Turn {

    /** What came from outside and set everything else of its moment going. */
    static final long FIRST = Long.MIN_VALUE;

    /** What followed from all that the engine did in its moment. */
    static final long LAST = Long.MAX_VALUE;

    private static final int LENGTH = 36;
    private static final int TIME_BASED = 1;

    private Turn() {}

    /** @param id of a row of the engine, such as {@code Task_Contact:8f2c…}; one that tells no time gives 0 */
    static long of(@Nullable String id) {
        if (id == null || id.length() < LENGTH) {
            return 0;
        }
        try {
            UUID made = UUID.fromString(id.substring(id.length() - LENGTH));
            return made.version() == TIME_BASED ? made.timestamp() : 0;
        } catch (IllegalArgumentException anotherKind) {
            return 0;
        }
    }
}
