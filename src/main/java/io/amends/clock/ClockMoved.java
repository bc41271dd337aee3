package io.amends.clock;

import java.time.Duration;

/**
 * The clock was moved forward; whoever waits for a time looks again.
 *
 * @param offset how far it is now ahead of the real time
 */
public record ClockMoved(Duration offset) {}
