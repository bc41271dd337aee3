package io.amends.customer;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param defaultRegion ISO 3166 country in which a phone number without a country code is read
 * @param currency ISO 4217; the house's own, in which values are worked out
 * @param rates what one unit of another currency is worth in the house's
 * @param largestAmount of one purchase in the house's currency, of either sign; a larger one is taken for a mistake
 */
@Validated
@ConfigurationProperties("amends.customer")
record CustomerProperties(
        @DefaultValue("GB") @Pattern(regexp = "[A-Z]{2}") String defaultRegion,
        @DefaultValue("GBP") String currency,
        @DefaultValue Map<String, @Positive BigDecimal> rates,
        @DefaultValue("10000000") @Positive BigDecimal largestAmount) {

    CustomerProperties {
        check("currency", currency);
        // names that come from the environment are in small letters
        rates = rates.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        rate -> check("rates", rate.getKey().toUpperCase(Locale.ROOT)), Map.Entry::getValue));
    }

    private static String check(String setting, String code) {
        if (!HouseMoney.isCurrency(code)) {
            throw new IllegalArgumentException(
                    "amends.customer.%s: '%s' is not a currency of ISO 4217 such as GBP".formatted(setting, code));
        }
        return code;
    }
}
