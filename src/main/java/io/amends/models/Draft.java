package io.amends.models;

import io.amends.modeling.ModelWay;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Files that somebody wants to see checked, and perhaps deployed.
 *
 * @param files content by the name that they have in the set
 * @param came the names that they came with, by the same
 */
record Draft(String token, ModelWay way, SortedMap<String, byte[]> files, SortedMap<String, String> came)
        implements Serializable {

    private static final String SHELF = "models.draft";
    private static final long serialVersionUID = 1L;

    /** One at a time and person: a new check takes the place of the one before. */
    void keep(HttpSession session) {
        session.setAttribute(SHELF, this);
    }

    static Optional<Draft> find(HttpSession session, String token) {
        return session.getAttribute(SHELF) instanceof Draft draft
                        && draft.token().equals(token)
                ? Optional.of(draft)
                : Optional.empty();
    }

    static void forget(HttpSession session) {
        session.removeAttribute(SHELF);
    }
}
