package io.amends.erasure;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose data are to go: a customer or prospect of the directory, or somebody of whom only an address is known.
 *
 * @param customerNumber null for somebody without an entry
 * @param mails addresses that are known to be theirs, in lower case
 * @param identifiers what tells who it is, in lower case: number, name, addresses, phone
 */
record Person(@Nullable String customerNumber, String name, Set<String> mails, Set<String> identifiers) {

    private static final int SHORTEST_WORD = 5;
    private static final int SHORTEST_HAN = 2;

    /** Whether a word says enough to tell somebody by it; shorter ones stand in texts that have nothing to do with them. */
    static boolean tells(String word) {
        return word.length() >= SHORTEST_WORD
                || (word.length() >= SHORTEST_HAN && word.codePoints().allMatch(Character::isIdeographic));
    }

    /** A name, and those of its words that tell somebody by themselves. */
    static Stream<String> wordsOf(String name) {
        return Stream.concat(
                Stream.of(name), Arrays.stream(name.split("[\\s,;]+")).filter(Person::tells));
    }

    /** How a page says whom it is about. */
    String title() {
        return customerNumber == null ? name : name + " (" + customerNumber + ")";
    }
}
