package io.amends.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The one clock of the whole application. It reads the engine's time, so the two cannot drift apart, and it only moves forward.
 */
public final class HouseClock extends Clock {

    private final ZoneId zone;
    private final ClockMovement movement;

    /** A clock that can be moved and tells nobody; for tests without an application. */
    public HouseClock(ZoneId zone) {
        this(zone, new ClockMovement() {});
    }

    HouseClock(ZoneId zone, ClockMovement movement) {
        this.zone = zone;
        this.movement = movement;
    }

    /** Takes up where an earlier run stopped. */
    void restore(Duration offset) {
        synchronized (HouseClock.class) {
            if (offset.compareTo(offset()) > 0) {
                ClockUtil.offset(offset.toMillis());
            }
        }
    }

    /**
     * Moves the clock forward, the engine's with it.
     *
     * @return the new time
     * @throws IllegalArgumentException for less than zero
     * @throws IllegalStateException where the clock must not be moved
     */
    public Instant advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("The clock only moves forward, not by " + by);
        }
        Duration offset;
        synchronized (HouseClock.class) {
            offset = offset().plus(by);
            movement.before(offset);
            ClockUtil.offset(offset.toMillis());
        }
        movement.after(offset);
        return instant();
    }

    /** The same as {@link #instant()}. */
    public Instant now() {
        return instant();
    }

    @Override
    public Instant instant() {
        return ClockUtil.now().toInstant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new HouseClock(other, movement);
    }

    // the real time is read first: should it tick in between, the clock gains a millisecond and never loses one
    private static Duration offset() {
        long real = Clock.systemUTC().millis();
        return Duration.ofMillis(ClockUtil.now().toInstant().toEpochMilli() - real);
    }
}
