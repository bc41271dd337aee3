package io.amends.tone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param tone folder or resource that holds {@code en.yaml} and {@code zh.yaml}, the words that customers like to hear (T-2) */
@ConfigurationProperties("amends")
record ToneProperties(
        @DefaultValue("classpath:processes/tone/") String tone) {}
