package io.amends.lostcustomer;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.customer.Assumption;
import io.amends.customer.Assumptions;
import io.amends.lostcustomer.LostCustomer.Worth;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether it was worth it, with numbers worked out by hand (L-11). */
class EvaluationTest {

    @Test
    void a_regained_customer_brings_margin_a_new_customer_saved_referrals_and_what_was_learnt() {
        // bought for 500: 150 margin; 60 saved; 0.2 x 60 brought; 5 learnt = 227. 45 min x 0.80 = 36; offer 20; 3 x
        // 0.50 = 57.50
        Worth worth = evaluation(true, "500", true, 45, "20", true, 3).worth(house());
        assertThat(worth)
                .isEqualTo(new Worth(
                        money("150.00"),
                        money("60.00"),
                        money("12.00"),
                        money("5.00"),
                        money("36.00"),
                        money("20.00"),
                        money("1.50"),
                        money("0.00")));
        assertThat(worth.benefit()).isEqualByComparingTo("227");
        assertThat(worth.cost()).isEqualByComparingTo("57.50");
        assertThat(Evaluation.returned(worth)).hasValue(new BigDecimal("2.9478"));
    }

    @Test
    void an_offer_that_was_taken_by_somebody_who_never_bought_is_a_loss_and_counts_once() {
        Worth worth = evaluation(false, "0", true, 30, "40", true, 2).worth(house());
        assertThat(worth.losses()).isEqualByComparingTo("40");
        assertThat(worth.offer()).isEqualByComparingTo("0");
        // 24 of work, 1 for letters, 40 lost; 5 learnt
        assertThat(worth.cost()).isEqualByComparingTo("65");
        assertThat(worth.benefit()).isEqualByComparingTo("5");
        assertThat(Evaluation.returned(worth)).hasValue(new BigDecimal("-0.9231"));
    }

    @Test
    void an_offer_that_was_declined_costs_nothing() {
        Worth worth = evaluation(false, "0", false, 10, "40", false, 1).worth(house());
        assertThat(worth.cost()).isEqualByComparingTo("8.50");
        assertThat(worth.benefit()).isEqualByComparingTo("0");
        assertThat(Evaluation.returned(worth)).hasValue(new BigDecimal("-1.0000"));
    }

    @Test
    void somebody_who_took_back_more_than_they_bought_brings_no_negative_margin() {
        assertThat(evaluation(true, "-80", false, 10, "0", false, 0)
                        .worth(house())
                        .repurchase())
                .isEqualByComparingTo("0");
    }

    @Test
    void where_nothing_was_spent_there_is_no_return() {
        Worth worth = evaluation(true, "100", false, 0, "0", false, 0).worth(house());
        assertThat(worth.benefit()).isEqualByComparingTo("102");
        assertThat(Evaluation.returned(worth)).isEmpty();
    }

    private static Evaluation evaluation(
            boolean regained,
            String repurchase,
            boolean learnt,
            int minutes,
            String offered,
            boolean accepted,
            int letters) {
        return new Evaluation(
                regained, new BigDecimal(repurchase), learnt, minutes, new BigDecimal(offered), accepted, letters);
    }

    private static Assumptions house() {
        Map<Assumption, Assumptions.Figure> figures = new EnumMap<>(Assumption.class);
        Map.of(
                        Assumption.MARGIN, "0.30",
                        Assumption.MINUTE_COST, "0.80",
                        Assumption.LETTER_COST, "0.50",
                        Assumption.NEW_CUSTOMER_COST, "60",
                        Assumption.REFERRALS, "0.20",
                        Assumption.REASON_LEARNT, "5")
                .forEach((name, value) -> figures.put(name, new Assumptions.Figure(new BigDecimal(value), "", "")));
        return new Assumptions(1, figures);
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}
