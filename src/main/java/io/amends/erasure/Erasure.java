package io.amends.erasure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request to erase a person's data.
 *
 * @param state whether it works, is interrupted, or is over
 * @param customerNumber whom it is about, until it is finished
 * @param mails addresses that were known to be theirs, until it is finished
 * @param personKept why the person's own entry stayed, or null
 * @param cases how many it is about
 * @param done how many of them were looked at
 */
record Erasure(
        long id,
        String askedBy,
        Instant askedAt,
        String reason,
        String state,
        @Nullable String customerNumber,
        List<String> mails,
        @Nullable String problem,
        @Nullable Instant finishedAt,
        @Nullable String personKept,
        int cases,
        int done) {

    boolean unfinished() {
        return !state.equals("finished");
    }
}
