package io.amends.inbox;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What somebody looks for among the mails; a blank field does not narrow the search.
 *
 * @param text words, each of which stands in the number, the case number, the sender or the subject
 * @param state code of a {@link MailState}
 * @param kind lower-case name of a {@link ReadMessage.Kind}
 * @param after the last row of the page before, as {@code time_number}, so that a page costs the same however deep it is
 */
record MailQuery(String text, String state, String kind, String after) {

    MailQuery {
        text = text.strip();
        state = state.strip();
        kind = kind.strip();
        after = after.strip();
    }

    /** Where the page before ended, or empty for the first page and for an address that somebody mangled. */
    Optional<Row> lastSeen() {
        int cut = after.indexOf('_');
        if (cut < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Row(Instant.parse(after.substring(0, cut)), after.substring(cut + 1)));
        } catch (DateTimeParseException mangled) {
            return Optional.empty();
        }
    }

    public boolean narrowed() {
        return !(text + state + kind).isEmpty();
    }

    /** A place in the list. */
    record Row(Instant receivedAt, String number) {}
}
