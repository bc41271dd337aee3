package io.amends.correspondence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param currency ISO 4217, of amounts in letters
 * @param staffLanguage of letters among colleagues, {@code en} or {@code zh-CN}
 */
@ConfigurationProperties("amends.correspondence")
public record CorrespondenceProperties(
        @DefaultValue("GBP") String currency,
        @DefaultValue("en") String staffLanguage) {}
