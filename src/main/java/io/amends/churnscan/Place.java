package io.amends.churnscan;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in the list of findings; the next page begins behind it, so that a page costs the same however deep it is. */
record Place(BigDecimal value, String customer, long id) {

    /** Before everybody. */
    static final Place FIRST = new Place(new BigDecimal("99999999999999.99"), "", 0);

    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,14}(?:\\.\\d{1,2})?)_(\\d{1,18})_(.{1,40})");

    static Place of(Finding finding) {
        return new Place(finding.worth().secondLifetimeValue(), finding.customerNumber(), finding.id());
    }

    /** Null for a blank text, and for an address that somebody mangled. */
    static @Nullable Place read(String text) {
        Matcher parts = WRITTEN.matcher(text);
        return parts.matches()
                ? new Place(new BigDecimal(parts.group(1)), parts.group(3), Long.parseLong(parts.group(2)))
                : null;
    }

    /** As it stands in an address. */
    @Override
    public String toString() {
        return value.toPlainString() + "_" + id + "_" + customer;
    }
}
