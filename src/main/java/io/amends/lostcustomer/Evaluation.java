package io.amends.lostcustomer;

import static io.amends.customer.Assumption.LETTER_COST;
import static io.amends.customer.Assumption.MARGIN;
import static io.amends.customer.Assumption.MINUTE_COST;
import static io.amends.customer.Assumption.NEW_CUSTOMER_COST;
import static io.amends.customer.Assumption.REASON_LEARNT;
import static io.amends.customer.Assumption.REFERRALS;

import io.amends.customer.Assumptions;
import io.amends.lostcustomer.LostCustomer.Worth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Whether winning a customer back was worth it (L-11); amounts in the house's currency, to the cent.
 *
 * @param regained whether they really came back
 * @param repurchase what they bought since, cancellations taken off; below zero it counts as nothing
 * @param reasonConfirmed whether a person learnt why they had left
 * @param minutes of people's work
 * @param offered what the offer costs the house; zero without one
 * @param accepted whether the offer was taken
 * @param letters to the customer that left
 */
record Evaluation(
        boolean regained,
        BigDecimal repurchase,
        boolean reasonConfirmed,
        int minutes,
        BigDecimal offered,
        boolean accepted,
        int letters) {

    private static final int RATIO_DECIMALS = 4;

    /**
     * Benefit: the margin on what was bought, and of somebody regained the cost of a new customer saved and the customers whom
     * they bring; the reason learnt. Cost: work, letters, and the offer that was taken, which is a loss when nothing came of it.
     */
    Worth worth(Assumptions assumed) {
        BigDecimal newCustomer = regained ? assumed.value(NEW_CUSTOMER_COST) : BigDecimal.ZERO;
        BigDecimal given = accepted ? offered : BigDecimal.ZERO;
        return new Worth(
                cents(regained ? repurchase.max(BigDecimal.ZERO).multiply(assumed.value(MARGIN)) : BigDecimal.ZERO),
                cents(newCustomer),
                cents(newCustomer.multiply(assumed.value(REFERRALS))),
                cents(reasonConfirmed ? assumed.value(REASON_LEARNT) : BigDecimal.ZERO),
                cents(assumed.value(MINUTE_COST).multiply(BigDecimal.valueOf(minutes))),
                cents(regained ? given : BigDecimal.ZERO),
                cents(assumed.value(LETTER_COST).multiply(BigDecimal.valueOf(letters))),
                cents(regained ? BigDecimal.ZERO : given));
    }

    /** (benefit − cost) / cost, or empty when nothing was spent. */
    static Optional<BigDecimal> returned(Worth worth) {
        return worth.cost().signum() == 0
                ? Optional.empty()
                : Optional.of(worth.benefit()
                        .subtract(worth.cost())
                        .divide(worth.cost(), RATIO_DECIMALS, RoundingMode.HALF_UP));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
