package io.amends.mediacrisis;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param exerciseAddress where all letters of an exercise go; empty where none can be held
 * @param pressPhone under which number the media reach us; empty where letters name none
 */
@ConfigurationProperties("amends.media")
record MediaProperties(
        @DefaultValue("") String exerciseAddress,
        @DefaultValue("") String pressPhone) {

    MediaProperties {
        exerciseAddress = exerciseAddress.strip();
        pressPhone = pressPhone.strip();
    }
}
