package io.amends.lostcustomer;

import org.jspecify.annotations.Nullable;

/** The one door for lost customers, whoever found them. */
public interface LostCustomerIntake {

    /**
     * Opens a case and starts {@code lost-customer}, in the running transaction; at most one recovery runs for a customer, and
     * the same signal about the same thing is taken up once. Two nodes that take the same customer at once get one case.
     *
     * @throws io.amends.modeling.FormRefusal naming {@code customerNumber} when nobody has that number
     */
    Taken take(NewLostCustomer lost);

    /**
     * @param caseNumber the case opened, or the one that stood in the way
     * @param skipped {@code recovery-running} or {@code taken-up-before}, or null when a case was opened
     */
    record Taken(String caseNumber, @Nullable String skipped) {}
}
