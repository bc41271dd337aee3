package io.amends.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Amounts in the one currency in which the house counts. */
@Component
class HouseMoney {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final CustomerProperties settings;

    HouseMoney(CustomerProperties settings) {
        this.settings = settings;
    }

    /** Whether ISO 4217 knows it, in capital letters. */
    static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    String currency() {
        return settings.currency();
    }

    /** The amount in the house's currency, to the penny; empty for a currency without a rate. */
    Optional<BigDecimal> of(BigDecimal amount, String currency) {
        var rate = rate(currency);
        return rate == null
                ? Optional.empty()
                : Optional.of(amount.multiply(rate).setScale(2, RoundingMode.HALF_UP));
    }

    /** Whether a purchase of so much in the house's currency is to be believed. */
    boolean believable(BigDecimal amount) {
        return amount.abs().compareTo(settings.largestAmount()) <= 0;
    }

    /** In words, such as {@code 10000000 GBP}. */
    String largest() {
        return settings.largestAmount().toPlainString() + " " + settings.currency();
    }

    private @Nullable BigDecimal rate(String currency) {
        return currency.equals(settings.currency())
                ? BigDecimal.ONE
                : settings.rates().get(currency);
    }
}
