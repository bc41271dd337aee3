package io.amends.whatif;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * A question with the file that it was asked about and what came out. It goes with the session of whoever asked; nothing else is kept.
 *
 * @param until decisions made from then on do not count, so that the list tells of the same ones as the numbers
 */
@SuppressWarnings("ArrayRecordComponent") // content of a file, never compared
record Trial(
        String token, Question question, String tableName, String fileName, byte[] file, Instant until, Summary summary)
        implements Serializable {

    private static final String SHELF = "what-if.trial";
    private static final long serialVersionUID = 1L;

    /** One at a time and person. */
    void keep(HttpSession session) {
        session.setAttribute(SHELF, this);
    }

    static Optional<Trial> find(HttpSession session, String token) {
        return session.getAttribute(SHELF) instanceof Trial trial
                        && trial.token().equals(token)
                ? Optional.of(trial)
                : Optional.empty();
    }
}
