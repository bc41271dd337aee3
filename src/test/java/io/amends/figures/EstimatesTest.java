package io.amends.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.complaint.ComplaintFigures.Group;
import io.amends.complaint.ComplaintFigures.Handled;
import io.amends.customer.Assumption;
import io.amends.customer.Assumptions;
import io.amends.figures.Estimates.Churn;
import io.amends.figures.Estimates.ChurnAnswer;
import io.amends.figures.Estimates.Worth;
import io.amends.figures.Estimates.WorthAnswer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatesTest {

    private final Assumptions assumptions = assumptions(Map.of(
            Assumption.RETENTION, "0.75",
            Assumption.NEW_CUSTOMER_COST, "60",
            Assumption.BUY_AGAIN_SILENT, "0.09",
            Assumption.BUY_AGAIN_UNSOLVED, "0.19",
            Assumption.BUY_AGAIN_SOLVED, "0.54",
            Assumption.BUY_AGAIN_SOLVED_FAST, "0.82"));

    /** The table of L-12. */
    @ParameterizedTest
    @CsvSource({"5, 0.1, 1400", "5, 0.5, 3000", "15, 0.1, 2400", "15, 0.5, 8000"})
    void keeping_a_thousand_customers_costs_what_the_table_says(double times, double churn, double total) {
        ChurnAnswer answer = new Churn(1000, churn, times, 1).answer();

        assertThat(answer.total()).isCloseTo(total, within(0.001));
        assertThat(answer.curve()).hasSize(11);
        assertThat(answer.curve().get((int) Math.round(churn * 10)).total()).isCloseTo(total, within(0.001));
    }

    @Test
    void churn_begins_with_those_who_do_not_stay_and_what_a_new_one_costs() {
        assertThat(Churn.start(assumptions)).isEqualTo(new Churn(1000, 0.25, 5, 12));
        assertThat(Churn.start(assumptions(Map.of(Assumption.RETENTION, "0.6", Assumption.NEW_CUSTOMER_COST, "2")))
                        .keep())
                .isEqualTo(1);
    }

    /** The shares of L-13. */
    @Test
    void a_complaint_is_worth_those_who_would_not_have_bought_again_had_they_kept_silent() {
        WorthAnswer answer = new Worth(100, 0.2, 0.5, 0.09, 0.19, 0.54, 0.82, 50).answer();

        assertThat(answer.kept()).isCloseTo(20 * 0.73 + 50 * 0.45 + 30 * 0.10, within(0.001));
        assertThat(answer.valueKept()).isCloseTo(answer.kept() * 50, within(0.001));
        assertThat(answer.keptAtBest()).isCloseTo(73, within(0.001));
        assertThat(answer.valueMissed()).isCloseTo(3650 - answer.valueKept(), within(0.001));
    }

    @Test
    void the_houses_own_shares_count_where_enough_is_known() {
        Handled handled = new Handled(new Group(10, 8, 8), new Group(60, 40, 30), new Group(10, 29, 0), 7, 3);

        Worth start = Worth.start(assumptions, handled, new BigDecimal("123.4"));

        assertThat(start.complaints()).isEqualTo(80);
        assertThat(start.fast()).isEqualTo(0.13);
        assertThat(start.solved()).isEqualTo(0.75);
        assertThat(start.againFast()).as("too few of our own").isEqualTo(0.82);
        assertThat(start.againSolved()).isEqualTo(0.75);
        assertThat(start.againUnsolved()).as("one too few").isEqualTo(0.19);
        assertThat(start.value()).isEqualTo(123);
    }

    @Test
    void without_complaints_there_is_something_to_begin_with() {
        Worth start = Worth.start(assumptions, Estimates.NOTHING_HANDLED, BigDecimal.ZERO);

        assertThat(start).isEqualTo(new Worth(100, 0, 1, 0.09, 0.19, 0.54, 0.82, 100));
    }

    private static Assumptions assumptions(Map<Assumption, String> values) {
        return new Assumptions(
                1,
                Arrays.stream(Assumption.values())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                one -> new Assumptions.Figure(
                                        new BigDecimal(values.getOrDefault(one, "1")), "unit", "meaning"))));
    }
}
