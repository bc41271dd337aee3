package io.amends.staff;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many failed sign-ins; the password was not looked at. */
class TooManyTriesException extends AuthenticationException {

    private final Duration retryAfter;

    TooManyTriesException(Duration retryAfter) {
        super("Too many failed sign-ins");
        this.retryAfter = retryAfter;
    }

    /** Whole seconds, rounded up, so that nobody comes back a moment too early. */
    long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
    }
}
