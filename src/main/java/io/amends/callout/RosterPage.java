package io.amends.callout;

import java.util.List;

/**
 * The roster in words.
 *
 * @param changes newest first
 */
record RosterPage(List<Line> lines, List<Change> changes) {

    /**
     * A role's line.
     *
     * @param role its code
     * @param warnings none where at least two people stand on it who approve for no other role
     * @param staff whom to add
     */
    record Line(String role, String title, List<String> warnings, List<Place> places, List<Choice> staff) {}

    /**
     * @param phone blank where none is known
     * @param gone whether the account is there no more, so that it is passed over
     */
    record Place(String userId, String name, String part, String phone, boolean gone, boolean first, boolean last) {}

    record Choice(String userId, String name) {}

    record Change(String when, String who, String what) {}
}
