package io.amends.inbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What tells one sender from another. */
final class Sender {

    private Sender() {}

    /** The address without its plus-tag, by which a program can give every mail a sender of its own; null for none. */
    static @Nullable String party(@Nullable String address) {
        if (address == null) {
            return null;
        }
        String bare = address.strip().toLowerCase(Locale.ROOT);
        int plus = bare.indexOf('+');
        int at = bare.lastIndexOf('@');
        return plus > 0 && plus < at ? bare.substring(0, plus) + bare.substring(at) : bare;
    }

    /** What comes after the at sign; null for none. */
    static @Nullable String domain(@Nullable String address) {
        return address == null
                ? null
                : address.strip()
                        .toLowerCase(Locale.ROOT)
                        .substring(address.strip().lastIndexOf('@') + 1);
    }
}
