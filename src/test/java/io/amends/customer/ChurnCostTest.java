package io.amends.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L-12: the table of what churn costs. */
class ChurnCostTest {

    @ParameterizedTest
    @CsvSource({"5, 0.1, 1400", "5, 0.5, 3000", "15, 0.1, 2400", "15, 0.5, 8000"})
    void a_thousand_customers_are_kept_level_at(double timesDearer, double churn, double timesTheCostOfKeepingOne) {
        assertThat(ChurnCost.of(1000, churn, timesDearer, 1).total()).isCloseTo(timesTheCostOfKeepingOne, within(1e-9));
        assertThat(ChurnCost.of(1000, churn, timesDearer, 12.5).total())
                .isCloseTo(timesTheCostOfKeepingOne * 12.5, within(1e-6));
    }

    @Test
    void it_is_told_what_goes_into_winning_and_what_into_keeping() {
        var cost = ChurnCost.of(1000, 0.5, 15, 1);

        assertThat(cost.winning()).isEqualTo(7500);
        assertThat(cost.keeping()).isEqualTo(500);
    }

    @Test
    void more_than_everybody_cannot_leave() {
        assertThatThrownBy(() -> ChurnCost.of(1000, 1.1, 5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChurnCost.of(-1, 0.1, 5, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
