package io.amends.audit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of a time line, by the place of its entries and not by their number, so that what comes in meanwhile moves nothing.
 *
 * @param from number of its first entry, as people count; 0 where there is none
 * @param to number of its last one
 * @param earlier key of the first entry, where others stand before it; blank otherwise
 * @param later key of the last entry, where others follow; blank otherwise
 * @param problem why it begins at the beginning, or blank
 */
record EntryPage(
        List<DeskPage.Entry> entries, int total, int from, int to, String earlier, String later, String problem) {

    /** So many entries can be read at once. */
    static final int SIZE = 200;

    /** Before the end: the last page. */
    static final String END = "end";

    private static final Pattern KEY = Pattern.compile("(\\d{1,15})\\.(\\d{1,6})");

    /** @param nth among the entries of its moment */
    static String key(long millis, int nth) {
        return millis + "." + nth;
    }

    /**
     * @param after key of the entry after which the page begins, or blank
     * @param before key of the entry before which it ends, {@link #END}, or blank
     */
    static EntryPage of(List<DeskPage.Entry> all, String after, String before) {
        String asked = after.isBlank() ? before : after;
        boolean broken =
                !asked.isBlank() && !asked.equals(END) && !KEY.matcher(asked).matches();
        int start = broken || asked.isBlank() ? 0 : start(all, after, before);
        int end = Math.min(start + SIZE, all.size());
        List<DeskPage.Entry> shown = all.subList(start, end);
        return new EntryPage(
                shown,
                all.size(),
                shown.isEmpty() ? 0 : start + 1,
                end,
                start > 0 && !shown.isEmpty() ? shown.get(0).key() : "",
                end < all.size() ? shown.get(shown.size() - 1).key() : "",
                broken ? "“" + asked + "” is no place in the time line; it is shown from its beginning" : "");
    }

    private static int start(List<DeskPage.Entry> all, String after, String before) {
        if (after.isBlank()) {
            int end = before.equals(END)
                    ? all.size()
                    : (int) all.stream()
                            .filter(it -> order(it.key(), before) < 0)
                            .count();
            return Math.max(0, end - SIZE);
        }
        if (after.equals(END)) {
            return Math.max(0, all.size() - SIZE);
        }
        return (int) all.stream().filter(it -> order(it.key(), after) <= 0).count();
    }

    private static int order(String one, String other) {
        Matcher left = KEY.matcher(one);
        Matcher right = KEY.matcher(other);
        if (!left.matches() || !right.matches()) {
            throw new IllegalArgumentException(one + " or " + other + " is no key");
        }
        int byMoment = Long.compare(Long.parseLong(left.group(1)), Long.parseLong(right.group(1)));
        return byMoment != 0
                ? byMoment
                : Integer.compare(Integer.parseInt(left.group(2)), Integer.parseInt(right.group(2)));
    }
}
