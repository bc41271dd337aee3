package io.amends.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case as process mining reads it.
 *
 * @param costs by what they were for, empty where the house does not know them
 */
record XesTrace(CaseRow row, List<Event> events, Map<String, BigDecimal> costs, String currency) {

    XesTrace {
        events = events.stream().sorted(Event.ORDER).toList();
    }

    /** Transitions of the standard lifecycle that the engine's history tells of. */
    enum Transition {
        START("start"),
        ASSIGN("assign"),
        REASSIGN("reassign"),
        COMPLETE("complete"),
        /** Taken back while it ran. */
        ABORT("ate_abort");

        private final String code;

        Transition(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * One thing that happened to a step.
     *
     * @param instance which time the step ran
     * @param resource user id, {@code system}, or {@code nobody} for a task that nobody has taken on
     * @param group whose task it is, or null
     * @param counter in which order the engine reached the steps
     */
    record Event(
            String name,
            String step,
            String instance,
            Transition transition,
            Instant at,
            String resource,
            @Nullable String group,
            String process,
            int version,
            long counter) {

        static final Comparator<Event> ORDER = Comparator.comparing(Event::at)
                .thenComparingLong(Event::counter)
                .thenComparing(Event::instance)
                .thenComparing(Event::transition);
    }
}
