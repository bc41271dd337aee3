package io.amends.contact;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether, when and how a customer may be approached; one policy for every process and department (L-2). */
public interface ContactPolicy {

    /**
     * Of these customers those who must not be approached now, each with the first reason that fits; for starting a case, when
     * no case has asked yet. A few queries, however many customers.
     */
    Map<String, SkipReason> suppressed(Collection<String> customerNumbers);

    /**
     * Whether a running case may approach its customer now. Contacts by the case itself do not count against it. A case that has
     * to wait is kept in line: of several the most urgent has the contact, the others wait. Each wait and each no is recorded
     * once for its reason.
     *
     * @param urgency higher goes first
     */
    ContactAnswer ask(String caseNumber, String customerNumber, int urgency);

    /**
     * What keeps a case from reaching its customer by a channel, although neither the cap nor another case counts: for what their
     * own case brings with it, such as the survey, and for a letter of ours that waits to leave. Their wish, their standing, a
     * refusal and mail that comes back count. A no is recorded once for its reason.
     *
     * @return empty also while nobody knows which customer the case is about
     */
    Optional<SkipReason> barred(String caseNumber, Channel channel);

    /** The case does not want to approach its customer any more and leaves the line. */
    void leaveLine(String caseNumber);

    /**
     * A person spoke with the customer, or tried to. Letters are recorded by themselves when they are sent.
     *
     * @param department group whose member did
     * @param what in words
     */
    void contacted(String customerNumber, String caseNumber, Channel channel, String department, String what);

    /** Records that a customer was passed over, so that nobody wonders later. */
    void skipped(String customerNumber, SkipReason reason, String processKey, @Nullable String caseNumber);

    /** Whether the customer can be reached this way and nothing forbids it; whose turn it is, is another question ({@link #ask}). */
    boolean open(String customerNumber, Channel channel);
}
