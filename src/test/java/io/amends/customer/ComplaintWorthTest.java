package io.amends.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.customer.ComplaintWorth.Handling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L-13: what a complaint handled well is worth. */
class ComplaintWorthTest {

    private final ComplaintWorth worth = ComplaintWorth.of(HouseFigures.chosen());

    @ParameterizedTest
    @CsvSource({"SILENT, 9", "UNSOLVED, 19", "SOLVED, 54", "SOLVED_FAST, 82"})
    void of_a_hundred_dissatisfied_customers_so_many_buy_again(Handling handling, double customers) {
        assertThat(100 * worth.buyAgain(handling)).isCloseTo(customers, within(1e-9));
    }

    @Test
    void forty_complaints_solved_fast_keep_what_would_have_gone() {
        assertThat(worth.customersKept(40, Handling.UNSOLVED, Handling.SOLVED_FAST))
                .isCloseTo(25.2, within(1e-9));
        assertThat(worth.valueKept(40, 120, Handling.UNSOLVED, Handling.SOLVED_FAST))
                .isCloseTo(3024, within(1e-6));
        assertThat(worth.valueKept(40, 120, Handling.SILENT, Handling.SOLVED)).isCloseTo(2160, within(1e-6));
    }

    @Test
    void handled_no_better_nothing_more_is_kept() {
        assertThat(worth.valueKept(40, 120, Handling.SOLVED, Handling.SOLVED)).isZero();
    }

    @Test
    void the_houses_own_shares_take_the_place_of_the_assumed_ones() {
        assertThat(new ComplaintWorth(0.1, 0.2, 0.5, 0.6).valueKept(10, 100, Handling.UNSOLVED, Handling.SOLVED))
                .isCloseTo(300, within(1e-9));
    }
}
