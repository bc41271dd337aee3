package io.amends.casefile;

import java.util.Set;
import java.util.stream.Stream;

/** Facts of which the value is a member of staff, or several with commas between them. */
public final class PeopleFacts {

    private static final Set<String> NAMES = Set.of(
            "Acknowledged by",
            "Call line",
            "Called out by",
            "Called person",
            "Contacted by",
            "Handover asked by",
            "New owner",
            "Owner",
            "Promise person",
            "Proposer",
            "Spokesperson");

    private PeopleFacts() {}

    /** @param fact in words, as entries of a record name it */
    public static boolean is(String fact) {
        return NAMES.contains(fact);
    }

    /** The user ids in it. */
    public static Stream<String> ids(String value) {
        return Stream.of(value.split(",", -1)).map(String::strip).filter(it -> it.matches("\\S+") && !it.equals("–"));
    }
}
