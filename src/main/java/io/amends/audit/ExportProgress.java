package io.amends.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How far the exports of this node are, for the page that waits for them; a few of the last ones, and nothing else stays of any. */
@Component
class ExportProgress {

    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String BROKEN = "broken";

    private static final int KEPT = 200;

    private final Map<String, State> exports = new LinkedHashMap<>();

    /**
     * How far one is.
     *
     * @param of cases in all, when it began
     * @param state {@code running}, {@code done}, or {@code broken} when its reader went away or it could not go on
     */
    record State(String userId, long written, long of, String state) {}

    /** @param id chosen by the page; without one nobody asks */
    synchronized void tell(String id, State state) {
        if (id.isEmpty()) {
            return;
        }
        exports.put(id, state);
        if (exports.size() > KEPT) {
            exports.remove(exports.keySet().iterator().next());
        }
    }

    /** Only whoever exports is told. */
    synchronized Optional<State> of(String id, String userId) {
        return Optional.ofNullable(exports.get(id))
                .filter(state -> state.userId().equals(userId));
    }
}
