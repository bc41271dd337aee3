package io.amends.modeling;

import java.util.function.Supplier;

/**
 * Marks the current thread as taking in a case, so that the process started inside is let through to the engine.
 * Needed by Java code that starts a process with {@code createProcessInstanceByKey} while somebody is signed in;
 * what a {@link StartForm} does is inside already.
 */
public final class Intake {

    private static final ThreadLocal<Integer> DEPTH = new ThreadLocal<>();

    private Intake() {}

    /** Runs the intake; starts of processes inside are the house's own. */
    public static <T> T run(Supplier<T> intake) {
        Integer outer = DEPTH.get();
        DEPTH.set(outer == null ? 1 : outer + 1);
        try {
            return intake.get();
        } finally {
            if (outer == null) {
                DEPTH.remove();
            } else {
                DEPTH.set(outer);
            }
        }
    }

    static boolean underWay() {
        return DEPTH.get() != null;
    }
}
