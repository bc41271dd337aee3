package io.amends.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a clock waits for somebody outside the house, such as the customer (C-2).
 *
 * @param from when the waiting began
 * @param to when it ended, or null while it lasts
 */
public record Pause(Instant from, @Nullable Instant to) {

    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A pause from " + from + " cannot end before that, at " + to);
        }
    }
}
