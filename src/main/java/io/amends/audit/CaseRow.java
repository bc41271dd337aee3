package io.amends.audit;

import io.amends.web.ListPlace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One case as the lists of auditors show it; codes are those of the register. */
record CaseRow(
        String number,
        String process,
        @Nullable String customer,
        @Nullable String party,
        String subject,
        String state,
        @Nullable String outcome,
        @Nullable String owner,
        @Nullable String severity,
        Instant openedAt,
        @Nullable Instant closedAt) {

    ListPlace place() {
        return new ListPlace(openedAt, number);
    }
}
