package io.amends.mediacrisis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A round of watching (M-12).
 *
 * @param closedAt null while it lasts
 * @param figures null until they were recorded
 * @param result what followed from it, or {@code broken-off} where the level changed; null until then
 */
record CoverageRound(
        int number,
        Instant beganAt,
        Instant untilAt,
        @Nullable Instant closedAt,
        @Nullable Figures figures,
        @Nullable Answers answers,
        @Nullable String result) {

    static final String BROKEN_OFF = "broken-off";

    private static final int ALL = 100;

    /**
     * @param coverage how many reports
     * @param negative how many of them are critical or hostile
     * @param enquiries how many journalists asked
     * @param carrying how many of the reports carry a core message
     */
    record Figures(int coverage, int negative, int enquiries, int carrying) {

        /** In percent, 0 where nothing was published. */
        int negativeShare() {
            return share(negative);
        }

        int carryingShare() {
            return share(carrying);
        }

        private int share(int part) {
            return coverage == 0 ? 0 : Math.round((float) part * ALL / coverage);
        }
    }

    /** The four questions (M-13). */
    record Answers(boolean stopped, boolean falling, boolean movedOn, boolean messagesUsed) {

        boolean all() {
            return stopped && falling && movedOn && messagesUsed;
        }

        boolean none() {
            return !stopped && !falling && !movedOn && !messagesUsed;
        }
    }

    boolean complete() {
        return figures != null && answers != null && !BROKEN_OFF.equals(result);
    }
}
