package io.amends.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a case stands to a clock: each case of a process is exactly one of met, missed, no clock and excluded. What is excluded has
 * one of three reasons.
 */
enum KeptFate {
    /** Each time in time, and nothing is owed any more. */
    MET("met", "kept in time"),
    /** Late at least once: also where it was met later, or was no longer owed after its deadline had passed. */
    MISSED("missed", "late at least once"),
    /** The case never had this clock. */
    NONE("none", "never had the clock"),
    /** No promise that was kept or broken: one of the three below. */
    EXCLUDED("excluded", "neither kept nor broken"),
    EXERCISE("exercise", "an exercise"),
    RUNNING("running", "still running, in time or standing"),
    STOPPED("stopped", "no longer owed before it was due");

    private static final Set<KeptFate> WHY_EXCLUDED = Set.of(EXERCISE, RUNNING, STOPPED);

    private final String code;
    private final String words;

    KeptFate(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    boolean isWhyExcluded() {
        return WHY_EXCLUDED.contains(this);
    }

    /** A clock by its row in {@code clock-rules} and how the case stands to it: {@code first-contact=missed}. */
    String of(String clock) {
        return clock + "=" + code;
    }

    /** @param code or its words */
    static Optional<KeptFate> read(String code) {
        for (KeptFate fate : values()) {
            if (fate.code.equals(code.toLowerCase(Locale.ROOT)) || fate.words.equalsIgnoreCase(code)) {
                return Optional.of(fate);
            }
        }
        return Optional.empty();
    }
}
