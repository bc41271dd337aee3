package io.amends.callout;

import java.util.List;

/**
 * The roster in words.
 *
 * @param staff whom to add
 * @param changes newest first
 */
record RosterPage(List<Line> lines, List<Choice> staff, List<Change> changes) {

    /**
     * A role's line.
     *
     * @param role its code
     * @param warning blank where at least two people stand on it
     */
    record Line(String role, String title, String warning, List<Place> places) {}

    /** @param gone whether the account is there no more, so that it is passed over */
    record Place(String userId, String name, String part, boolean gone, boolean first, boolean last) {}

    record Choice(String userId, String name) {}

    record Change(String when, String who, String what) {}
}
