package io.amends.complaint;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * House rules of intake.
 *
 * @param repeatWithin how long after closing the same matter counts as a repeat (K-3)
 */
@ConfigurationProperties("amends.complaint")
record IntakeProperties(
        @DefaultValue("90d") Duration repeatWithin,
        @DefaultValue PublicForm publicForm) {

    /** How many complaints one address may send in which time. */
    record PublicForm(
            @DefaultValue("10") int complaints,
            @DefaultValue("1h") Duration within) {}
}
