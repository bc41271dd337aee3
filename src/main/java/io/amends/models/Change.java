package io.amends.models;

import java.util.List;

/**
 * What became of a part between two versions.
 *
 * @param kind added, removed or changed
 * @param name as people read it
 * @param type in words
 * @param details what changed of it; for an added or a removed part what it says
 */
record Change(String kind, String id, String name, String type, List<Detail> details) {

    static final String ADDED = "added";
    static final String REMOVED = "removed";
    static final String CHANGED = "changed";

    /** One property; before and after are empty where there was, or is, nothing. */
    record Detail(String what, String before, String after) {

        private static final int LONG = 240;
        private static final int GIST = 60;

        /** Whether it would push the rest of the page out of sight. */
        public boolean isLong() {
            return Math.max(before.length(), after.length()) > LONG;
        }

        /** Its first words, without marks. */
        public String gist() {
            String words = (after.isEmpty() ? before : after)
                    .replaceAll("\\{\\{[^}]*}}|<[^>]*>", " ")
                    .replaceAll("\\s+", " ")
                    .strip();
            if (words.isEmpty()) {
                return "A longer text";
            }
            return words.length() > GIST ? words.substring(0, GIST) + " …" : words;
        }
    }
}
