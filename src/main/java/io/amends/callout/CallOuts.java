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

    /** In the order in which the roles were called. */
    List<CallOut> of(String caseNumber);

    /** User id of whoever took the role, such as {@code crisis-lead}. */
    Optional<String> answeredBy(String caseNumber, String role);
}
