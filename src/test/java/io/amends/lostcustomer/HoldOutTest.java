package io.amends.lostcustomer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The share that is left alone for comparison (L-6). */
class HoldOutTest {

    private static final BigDecimal TEN = BigDecimal.TEN;

    @Test
    void a_customer_always_stands_at_the_same_place() {
        // SHA-256 by another program: first eight bytes, modulo 10,000
        assertThat(HoldOut.place("C-000001")).isEqualTo(9183);
        assertThat(HoldOut.place("17850")).isEqualTo(7570);
        assertThat(HoldOut.place("客户-1")).isEqualTo(5299);
    }

    @Test
    void about_as_many_are_held_out_as_the_house_says() {
        long held = IntStream.range(0, 100_000)
                .filter(n -> HoldOut.holds("C-%06d".formatted(n), TEN))
                .count();
        assertThat(held).isBetween(9_700L, 10_300L);
    }

    @Test
    void a_larger_share_keeps_everybody_who_was_in_a_smaller_one() {
        IntStream.range(0, 10_000)
                .mapToObj("C-%06d"::formatted)
                .filter(number -> HoldOut.holds(number, TEN))
                .forEach(number -> assertThat(HoldOut.holds(number, new BigDecimal("12.5")))
                        .isTrue());
    }

    @Test
    void none_and_all_are_shares_too() {
        assertThat(IntStream.range(0, 1_000).filter(n -> HoldOut.holds("C-" + n, BigDecimal.ZERO)))
                .isEmpty();
        assertThat(IntStream.range(0, 1_000).filter(n -> HoldOut.holds("C-" + n, new BigDecimal("100"))))
                .hasSize(1_000);
    }
}
