package io.amends.moving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one case of a move.
 *
 * @param item the case number, or the process instance where it serves no case
 * @param caseNumber null where it serves none
 * @param state see the constants
 * @param reason why it stays, or null
 */
record MovedCase(
        String item,
        @Nullable String caseNumber,
        String state,
        @Nullable String reason,
        int tries,
        @Nullable Instant doneAt) {

    static final String WAITING = "waiting";
    static final String MOVED = "moved";
    /** Something stands in the way, see the reason. */
    static final String STAYS = "stays";
    /** There was nothing left to move when its turn came. */
    static final String OVER = "over";
    /** The move was ended before its turn came. */
    static final String LEFT = "left";
}
