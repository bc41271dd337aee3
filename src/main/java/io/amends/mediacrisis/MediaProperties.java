package io.amends.mediacrisis;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param exerciseAddress where all letters of an exercise go; empty where none can be held */
@ConfigurationProperties("amends.media")
record MediaProperties(@DefaultValue("") String exerciseAddress) {

    MediaProperties {
        exerciseAddress = exerciseAddress.strip();
    }
}
