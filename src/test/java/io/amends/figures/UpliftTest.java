package io.amends.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The interval of a difference against worked examples (L-6): R. G. Newcombe, Interval estimation for the difference between
 * independent proportions: comparison of eleven methods, Statistics in Medicine 17 (1998), 873–890, table II, method 10.
 */
class UpliftTest {

    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void the_interval_is_the_published_one(int back, int pursued, int backAlone, int heldOut, double low, double high) {
        Proportion.Interval interval =
                new Uplift(new Proportion(back, pursued), new Proportion(backAlone, heldOut)).interval();

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void a_difference_is_said_from_thirty_cases_in_each_group_on() {
        assertThat(uplift(10, 30, 2, 30).enough()).isTrue();
        assertThat(uplift(10, 300, 2, 29).enough()).isFalse();
        assertThat(uplift(0, 0, 0, 0).enough()).isFalse();
    }

    @Test
    void it_may_be_chance_when_no_difference_fits_too() {
        assertThat(uplift(56, 70, 48, 80).mayBeChance()).isFalse();
        assertThat(uplift(12, 40, 10, 40).mayBeChance()).isTrue();
    }

    private static Uplift uplift(int back, int pursued, int backAlone, int heldOut) {
        return new Uplift(new Proportion(back, pursued), new Proportion(backAlone, heldOut));
    }
}
