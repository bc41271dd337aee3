package io.amends.clock;

import java.time.Duration;
import java.time.Instant;

/** In what a clock counts: in time as it passes, or in time that the house works. */
interface Timescale {

    /** Around the clock, every day. */
    Timescale WALL = new Timescale() {
        @Override
        public Duration between(Instant from, Instant to) {
            return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        }

        @Override
        public Instant plus(Instant from, Duration time) {
            return from.plus(time);
        }
    };

    /** What counts between two moments; nothing when the second is not after the first. */
    Duration between(Instant from, Instant to);

    /** The first moment when so much has counted since then. */
    Instant plus(Instant from, Duration time);
}
