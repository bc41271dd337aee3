package io.amends.callout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who was called out for a case and who answered (M-3). */
public interface CallOuts {

    /** One role's calls, oldest first. */
    record CallOut(
            String role,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            List<Call> calls) {}

    record Call(
            String userId,
            Instant calledAt,
            Instant windowUntil,
            @Nullable Instant answeredAt) {}

    /**
     * The level of the case has changed: calls for roles that it does not ask for are withdrawn, the others get its window at once
     * (M-2, M-3). The call-outs' own variable {@code level} has been told before.
     */
    void follow(String caseNumber, int level);

    /** In the order in which the roles were called. */
    List<CallOut> of(String caseNumber);

    /** User id of whoever took the role, such as {@code crisis-lead}. */
    Optional<String> answeredBy(String caseNumber, String role);
}
