package io.amends.customer;

import java.math.BigDecimal;
import java.util.Map;

/** Settings for tests. */
final class Settings {

    private Settings() {}

    /** As they are when nobody set anything. */
    static CustomerProperties standard() {
        return withRates(Map.of());
    }

    static CustomerProperties withRates(Map<String, BigDecimal> rates) {
        return new CustomerProperties("GB", "GBP", rates, new BigDecimal("10000000"));
    }
}
