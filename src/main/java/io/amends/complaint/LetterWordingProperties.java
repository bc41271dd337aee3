package io.amends.complaint;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param currency ISO 4217, of amounts in letters
 * @param staffLanguage of letters among colleagues, {@code en} or {@code zh-CN}
 */
@ConfigurationProperties("amends.complaint.letters")
record LetterWordingProperties(
        @DefaultValue("GBP") String currency,
        @DefaultValue("en") String staffLanguage) {}
