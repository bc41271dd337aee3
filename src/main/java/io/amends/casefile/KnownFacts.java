package io.amends.casefile;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every process of a case knew when a fact was set there. Processes of one case run side by side, so that the value before is
 * one of the same process or of those that called it; never one of a process beside it.
 */
final class KnownFacts {

    private final Map<String, String> callers;
    private final @Nullable String main;
    private final Map<Fact, String> known = new HashMap<>();
    /** What was told of a called process, and that its caller has not been handed yet. */
    private final Map<Fact, String> told = new HashMap<>();
    /** What was told last of each name, whatever the process. */
    private final Map<String, String> last = new HashMap<>();

    /**
     * @param callers process instance to the one that called it
     * @param main the case's own process instance, or null
     */
    KnownFacts(Map<String, String> callers, @Nullable String main) {
        this.callers = callers;
        this.main = main;
    }

    /** How far a process is from the one that nobody called. */
    int depth(String process) {
        int depth = 0;
        for (String it = callers.get(process); it != null; it = callers.get(it)) {
            depth++;
        }
        return depth;
    }

    /** The value before, as far as this process or one that called it knew one. */
    @Nullable
    String before(String process, String name) {
        for (String it = process; it != null; it = callers.get(it)) {
            String value = known.get(new Fact(it, name));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /**
     * Keeps a value.
     *
     * @return whether it is a change, and not only handed on between processes
     */
    boolean changes(String process, String name, String value, Origin origin) {
        boolean handed = origin == Origin.BEGINNING;
        Fact fact = new Fact(process, name);
        boolean first = !known.containsKey(fact);
        String before = before(process, name);
        boolean down = handed && (!first || (before != null && callers.containsKey(process)));
        boolean spread = origin == Origin.SPREAD && !first && value.equals(last.get(name));
        boolean passed = down || spread;
        boolean change = !passed && !value.equals(before) && !(first && value.equals(ofTheCase(process, name)));
        boolean handedBack = change && tookBack(process, name, value);
        if (first || !handed) {
            known.put(fact, value);
        }
        if (change) {
            told.put(fact, value);
        }
        if (change && !handedBack) {
            last.put(name, value);
        }
        return change && !handedBack;
    }

    /** What the case itself knows, for a process that runs beside it. */
    private @Nullable String ofTheCase(String process, String name) {
        return main == null || callers.containsKey(process) ? null : known.get(new Fact(main, name));
    }

    private boolean tookBack(String process, String name, String value) {
        return told.entrySet()
                .removeIf(it -> it.getKey().name().equals(name)
                        && it.getValue().equals(value)
                        && isCalledBy(it.getKey().process(), process));
    }

    private boolean isCalledBy(String process, String caller) {
        for (String it = callers.get(process); it != null; it = callers.get(it)) {
            if (it.equals(caller)) {
                return true;
            }
        }
        return false;
    }

    /** How a process came by a value. */
    enum Origin {
        /** It began with it. */
        BEGINNING,
        /** It was given it while it ran, outside its steps, as all processes of a case are when one finds something out. */
        SPREAD,
        STEP
    }

    private record Fact(String process, String name) {}
}
