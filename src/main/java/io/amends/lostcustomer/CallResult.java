package io.amends.lostcustomer;

import java.util.Arrays;
import java.util.Locale;

/** What came of a call (L-8). */
enum CallResult {
    INTERESTED,
    WANTS_FIX,
    NOT_NOW,
    REFUSES,
    DO_NOT_CONTACT,
    WRONG_NUMBER,
    NOT_REACHED;

    /** As forms, diagrams and tables name it, such as {@code wants-fix}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the customer was on the phone. */
    boolean spoken() {
        return this != WRONG_NUMBER && this != NOT_REACHED;
    }

    /** @throws IllegalArgumentException for any other word */
    static CallResult of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + code + "' is no result of a call"));
    }
}
