package io.amends.inbox;

import io.amends.web.ListPlace;
import java.util.Optional;

/**
 * What somebody looks for among the mails; a blank field does not narrow the search.
 *
 * @param text words, each of which stands in the number, the case number, the sender or the subject
 * @param state code of a {@link MailState}
 * @param kind lower-case name of a {@link ReadMessage.Kind}
 * @param after the last row of the page before, as {@code time_number}
 */
record MailQuery(String text, String state, String kind, String after) {

    MailQuery {
        text = text.strip();
        state = state.strip();
        kind = kind.strip();
        after = after.strip();
    }

    /** Where the page before ended, or empty for the first page. */
    Optional<ListPlace> lastSeen() {
        return ListPlace.read(after);
    }

    public boolean narrowed() {
        return !(text + state + kind).isEmpty();
    }
}
