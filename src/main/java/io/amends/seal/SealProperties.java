package io.amends.seal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param poll pause between two looks at what has to be sealed
 * @param after how long a case must have been at rest: whoever still wrote to it when it closed has committed by then
 * @param late from when on a closed case without a seal counts as one whose seal is gone
 * @param overdue how long a closed case may be at rest without its seal before health is down
 * @param outsideAddress where the head of the chain is mailed daily, outside the house and out of its administrators' reach; none where
 *     blank
 * @param outsideName who reads it there
 * @param outsideLanguage {@code en} or {@code zh-CN}
 * @param mailAt time of day in the house's zone
 */
@ConfigurationProperties("amends.seal")
record SealProperties(
        @DefaultValue("PT10S") Duration poll,
        @DefaultValue("PT5S") Duration after,
        @DefaultValue("PT10M") Duration late,
        @DefaultValue("PT1H") Duration overdue,
        @DefaultValue("") String outsideAddress,
        @DefaultValue("Keeper of the seals") String outsideName,
        @DefaultValue("en") String outsideLanguage,
        @DefaultValue("06:00") LocalTime mailAt) {

    boolean mails() {
        return !outsideAddress.isBlank();
    }
}
