package io.amends.contact;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the contact policy answers to a running case.
 *
 * @param channels by which the customer may be approached now; empty unless {@code verdict} is {@link Verdict#YES}
 * @param reason why not, or null
 * @param askAgainAt when asking again makes sense, with {@link Verdict#WAIT} only
 */
public record ContactAnswer(
        Verdict verdict,
        Set<Channel> channels,
        @Nullable SkipReason reason,
        @Nullable Instant askAgainAt) {

    /** Now, later, or not at all. */
    public enum Verdict {
        YES,
        WAIT,
        NEVER
    }
}
