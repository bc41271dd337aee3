package io.amends.moving;

/** A move of this process is not over yet. */
class MoveUnfinished extends RuntimeException {

    private final long move;

    MoveUnfinished(long move) {
        super("Move " + move + " of this process is not over; one at a time");
        this.move = move;
    }

    long move() {
        return move;
    }
}
