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
 * @param nth which evaluation of this table on its case it was, of how many; 0 where nobody asked
 * @param facts what was asked, by name; a value may be null
 * @param shown the same in words: label and value of this table's own columns
 * @param rows ids of the rows that counted
 * @param labels of the columns of its answers
 * @param unread why what was asked or answered cannot be read; null if it can
 */
record PastDecision(
        String id,
        Instant at,
        @Nullable String caseNumber,
        boolean closed,
        String process,
        String step,
        int nth,
        int of,
        Map<String, @Nullable Object> facts,
        Map<String, String> shown,
        Outcome outcome,
        List<String> rows,
        Map<String, String> labels,
        Map<String, Integer> rowNumbers,
        @Nullable String unread) {

    ListPlace place() {
        return new ListPlace(at, id);
    }

    String answer() {
        return outcome.text(labels);
    }
}
