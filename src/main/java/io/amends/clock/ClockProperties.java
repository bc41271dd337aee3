package io.amends.clock;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param calendar file or resource with the working time
 * @param clock see there
 */
@ConfigurationProperties("amends")
record ClockProperties(
        @DefaultValue("classpath:processes/calendar.yaml") String calendar,
        @DefaultValue Settings clock) {

    /** @param movable whether the clock may be moved forward, which only trainers and tests need */
    record Settings(@DefaultValue("false") boolean movable) {}
}
