package io.amends.clock;

import java.time.Duration;

/** What a move of the clock means beyond the clock itself. */
interface ClockMovement {

    /** Before it moves; an exception keeps it where it is. */
    default void before(Duration offset) {}

    /** After it moved. */
    default void after(Duration offset) {}
}
