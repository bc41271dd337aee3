package io.amends.models;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of files that lead nowhere else, wherever they are unpacked or saved. */
final class SafePath {

    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]*");

    private SafePath() {}

    /** {@code approval/approval.bpmn} as {@code processes/approval/approval.bpmn}; empty for a name that is none of ours. */
    static Optional<String> inFolder(String name) {
        boolean safe = Arrays.stream(name.split("/", -1))
                .allMatch(part -> PART.matcher(part).matches() && !part.contains(".."));
        return Kind.ofFile(name).filter(kind -> safe).map(kind -> (kind == Kind.FORM ? "forms/" : "processes/") + name);
    }
}
