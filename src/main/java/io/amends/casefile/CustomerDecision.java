package io.amends.casefile;

import org.jspecify.annotations.Nullable;

/** Takes a customer's yes or no to what their case proposes; each process that asks for one has one. */
public interface CustomerDecision {

    /** Whether the case waits for a yes or no of this kind now. */
    boolean awaits(String caseNumber);

    /**
     * Does nothing when the case does not wait for it.
     *
     * @param why it is declined, or null
     */
    void decided(String caseNumber, boolean accepted, @Nullable String why);
}
