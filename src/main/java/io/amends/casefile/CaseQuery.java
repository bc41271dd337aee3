package io.amends.casefile;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What somebody searches the register for; a blank field does not narrow the search.
 *
 * @param after the last row of the page before, as {@code time_number}, so that a page costs the same however deep it is
 */
record CaseQuery(String text, String state, String severity, String owner, boolean mine, String after) {

    CaseQuery {
        text = text.strip();
        state = state.strip();
        severity = severity.strip();
        owner = owner.strip();
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
        return mine || !(text + state + severity + owner).isEmpty();
    }

    /** A place in the list. */
    record Row(Instant openedAt, String caseNumber) {}
}
