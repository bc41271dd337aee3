package io.amends.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** L-3: the worked examples. */
class LifetimeValueTest {

    @Test
    void ten_orders_a_year_that_earn_ten_each_are_a_hundred() {
        assertThat(lifetime(10, 10, 1)).isEqualTo(100);
    }

    @Test
    void over_ten_years_they_are_a_thousand() {
        assertThat(lifetime(10, 10, 10)).isEqualTo(1000);
    }

    @Test
    void a_tenth_more_of_size_frequency_and_duration_each_is_a_third_more() {
        assertThat(lifetime(11, 11, 11)).isEqualTo(1331);
    }

    @Test
    void a_hundred_a_week_for_forty_years_are_208_000() {
        assertThat(lifetime(100, 52, 40)).isEqualTo(208_000);
    }

    @Test
    void who_may_leave_and_what_comes_late_count_less() {
        // 100 + 100*0.75/1.1 + 100*0.75^2/1.1^2
        assertThat(LifetimeValue.lifetime(100, 0.75, 0.10, 3)).isCloseTo(214.669, within(0.001));
        assertThat(LifetimeValue.lifetime(100, 0.60, 0.10, 3)).isCloseTo(184.298, within(0.001));
    }

    @Test
    void without_a_horizon_there_is_no_value() {
        assertThat(LifetimeValue.lifetime(100, 0.75, 0.10, 0)).isZero();
        assertThat(LifetimeValue.lifetime(100, 0, 0.10, 5)).isEqualTo(100);
    }

    private static double lifetime(double margin, double ordersAYear, int years) {
        return LifetimeValue.lifetime(LifetimeValue.yearly(margin, ordersAYear), 1, 0, years);
    }
}
