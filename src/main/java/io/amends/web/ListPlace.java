package io.amends.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A place in a list that is ordered by time and number. The next page begins behind it, so that a page costs the same however deep
 * it is.
 */
public record ListPlace(Instant at, String number) {

    /**
     * @param text {@code time_number}
     * @return empty for a blank text, and for an address that somebody mangled
     */
    public static Optional<ListPlace> read(String text) {
        int cut = text.indexOf('_');
        if (cut < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ListPlace(Instant.parse(text.substring(0, cut)), text.substring(cut + 1)));
        } catch (DateTimeParseException mangled) {
            return Optional.empty();
        }
    }

    /** As it stands in an address. */
    @Override
    public String toString() {
        return at + "_" + number;
    }
}
