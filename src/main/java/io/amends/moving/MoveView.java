package io.amends.moving;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A move as programs get it. */
record MoveView(
        long id,
        String process,

        @Schema(description = "Versions that cases are taken from")
        List<Integer> versions,

        @Schema(description = "The newest version as it was when the move began")
        int to,

        @Schema(description = "User id") String askedBy,
        Instant askedAt,

        @Schema(allowableValues = {"working", "stopped", "finished"})
        String state,

        @Nullable Instant finishedAt,
        Progress progress,

        @Schema(description = "Steps whose id changed, as they were matched by hand")
        List<StepMatch> steps,

        @Schema(description = "The first 100 cases that something stands in the way of")
        List<Staying> staying,

        @Schema(description = "Why it cannot go on at the moment; it kept its place and goes on by itself") @Nullable
        String problem) {

    /**
     * @param moved cases that run on the newest version now
     * @param stay cases that something stands in the way of
     * @param over cases that had nothing left to move when their turn came
     * @param left cases whose turn had not come when the move was ended
     */
    record Progress(int cases, int waiting, int moved, int stay, int over, int left, int percent) {}

    record Staying(String item, String reason) {}
}
