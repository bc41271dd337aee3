package io.amends.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The interval of a share against worked examples (L-6): R. G. Newcombe, Two-sided confidence intervals for the single proportion:
 * comparison of seven methods, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
 */
class ProportionTest {

    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void the_interval_is_the_published_one(int some, int of, double low, double high) {
        Proportion.Interval interval = new Proportion(some, of).interval();

        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void all_of_them_is_the_mirror_of_none_of_them() {
        Proportion.Interval all = new Proportion(20, 20).interval();

        assertThat(all.low()).isCloseTo(1 - 0.1611, within(0.00005));
        assertThat(all.high()).isEqualTo(1);
    }

    @Test
    void there_is_no_share_of_nothing_and_no_part_larger_than_the_whole() {
        assertThat(new Proportion(0, 0).known()).isFalse();
        assertThatThrownBy(() -> new Proportion(0, 0).share()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
