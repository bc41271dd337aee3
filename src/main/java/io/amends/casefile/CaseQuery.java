package io.amends.casefile;

import io.amends.web.ListPlace;
import java.util.Optional;

/**
 * What somebody searches the register for; a blank field does not narrow the search.
 *
 * @param after the last row of the page before, as {@code time_number}
 */
record CaseQuery(String text, String state, String severity, String owner, boolean mine, String after) {

    CaseQuery {
        text = text.strip();
        state = state.strip();
        severity = severity.strip();
        owner = owner.strip();
        after = after.strip();
    }

    /** Where the page before ended, or empty for the first page. */
    Optional<ListPlace> lastSeen() {
        return ListPlace.read(after);
    }

    public boolean narrowed() {
        return mine || !(text + state + severity + owner).isEmpty();
    }
}
