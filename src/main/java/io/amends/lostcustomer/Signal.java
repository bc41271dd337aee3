package io.amends.lostcustomer;

import java.util.Arrays;
import java.util.Locale;

/** What told us that a customer is lost or about to be (L-1). */
public enum Signal {
    /** No purchase for more than three of their own usual intervals and more than 60 days. */
    SILENCE,
    /** A contract, loan or warranty is about to end. */
    ENDING,
    /** They closed their account. */
    CLOSED,
    /** A complaint of theirs ended at 0 to 6. */
    DISSATISFIED,
    /** Somebody of the house, or the customer, said so. */
    REPORTED;

    /** As tables and programs name it, such as {@code silence}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static Signal of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is no signal of a lost customer"));
    }
}
