package io.amends.customer;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param defaultRegion ISO 3166 country in which a phone number without a country code is read */
@Validated
@ConfigurationProperties("amends.customer")
record CustomerProperties(
        @DefaultValue("GB") @Pattern(regexp = "[A-Z]{2}") String defaultRegion) {}
