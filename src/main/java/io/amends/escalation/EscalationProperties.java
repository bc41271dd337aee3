package io.amends.escalation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param grace how long a late clock may be without a live escalation before that is an alarm (C-8)
 * @param longestSilence how long the hourly watch may leave no heartbeat
 */
@ConfigurationProperties("amends.escalation")
record EscalationProperties(
        @DefaultValue("5m") Duration grace,
        @DefaultValue("3h") Duration longestSilence) {}
