package io.amends.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HouseMoneyTest {

    private final HouseMoney money = new HouseMoney(Settings.withRates(Map.of("eur", new BigDecimal("0.8571"))));

    @Test
    void an_amount_in_the_houses_currency_stays_as_it_is() {
        assertThat(money.of(new BigDecimal("12.50"), "GBP")).contains(new BigDecimal("12.50"));
    }

    @Test
    void another_currency_counts_by_its_rate_to_the_penny() {
        assertThat(money.of(new BigDecimal("9.99"), "EUR")).contains(new BigDecimal("8.56"));
        assertThat(money.of(new BigDecimal("-9.99"), "EUR")).contains(new BigDecimal("-8.56"));
    }

    @Test
    void without_a_rate_there_is_no_amount() {
        assertThat(money.of(BigDecimal.TEN, "USD")).isEmpty();
    }

    @Test
    void a_setting_that_is_no_currency_ends_the_start_with_its_name() {
        assertThatThrownBy(() -> Settings.withRates(Map.of("GOLD", BigDecimal.ONE)))
                .hasMessageContaining("amends.customer.rates")
                .hasMessageContaining("GOLD");
        assertThatThrownBy(() -> new CustomerProperties("GB", "pounds", Map.of(), BigDecimal.ONE))
                .hasMessageContaining("amends.customer.currency");
    }
}
