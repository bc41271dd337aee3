package io.amends.erasure;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose data are to go: a customer or prospect of the directory, or somebody of whom only an address is known.
 *
 * @param customerNumber null for somebody without an entry
 * @param mails addresses that are known to be theirs, in lower case
 * @param identifiers what tells who it is, in lower case: number, name, addresses, phone
 */
record Person(@Nullable String customerNumber, String name, Set<String> mails, Set<String> identifiers) {

    /** How a page says whom it is about. */
    String title() {
        return customerNumber == null ? name : name + " (" + customerNumber + ")";
    }
}
