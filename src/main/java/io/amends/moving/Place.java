package io.amends.moving;

/**
 * Where one token of a running process is.
 *
 * @param activityId as the engine calls it
 * @param turn whether it is there, or a job has yet to begin or to leave the step
 */
record Place(String activityId, Turn turn) {

    enum Turn {
        THERE,
        BEFORE,
        AFTER
    }
}
