package io.amends.modeling;

import java.util.Map;
import java.util.Set;

/** Messages that the house sends to processes; one that no code sends would be waited for without end. */
public interface HouseMessages {

    /** Names of messages, as in diagrams. */
    Set<String> names(ModelSet models);

    /** Which of them start a process: its key by the message's name. */
    default Map<String, String> starts() {
        return Map.of();
    }
}
