package io.amends.whatif;

import io.amends.web.ListPlace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision that was made.
 *
 * @param id of the engine's
 * @param caseNumber none for a decision that belongs to no case
 * @param closed whether that case is over
 * @param process key of the process in which it was made; may be empty
 * @param step name of the step; may be empty
 * @param facts what was asked, by name; a value may be null
 * @param shown the same in words: label and value of this table's own columns
 * @param rows ids of the rows that counted
 * @param sheet its table as it was then
 * @param unread why what was asked or answered cannot be read; null if it can
 */
record PastDecision(
        String id,
        Instant at,
        @Nullable String caseNumber,
        boolean closed,
        String process,
        String step,
        Map<String, @Nullable Object> facts,
        Map<String, String> shown,
        Outcome outcome,
        List<String> rows,
        Sheet sheet,
        @Nullable String unread) {

    ListPlace place() {
        return new ListPlace(at, id);
    }

    String answer() {
        return outcome.text(sheet.outputs());
    }
}
