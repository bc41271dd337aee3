package io.amends.mediaregister;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a spokesperson has to be like (M-6); training and whether they are party to a matter are asked besides. */
enum Quality {
    TAKES_IN_FACTS("Takes in facts fast", "does not take in facts fast"),
    CREDIBLE("Is credible", "is not credible"),
    LISTENS("Listens", "does not listen"),
    SYMPATHY("Shows sympathy", "does not show sympathy"),
    CALM("Stays calm under pressure", "does not stay calm under pressure"),
    REACHABLE("Can be reached", "cannot be reached");

    private final String words;
    private final String missing;

    Quality(String words, String missing) {
        this.words = words;
        this.missing = missing;
    }

    /** Its column, and its name in addresses. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return words;
    }

    /** What is said of somebody of whom nobody has ticked it. */
    String missing() {
        return missing;
    }

    static Optional<Quality> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
