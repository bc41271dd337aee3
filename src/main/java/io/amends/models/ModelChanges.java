package io.amends.models;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which versions say something new; the others only came along with a change of another file. */
@Component
public class ModelChanges {

    private final ModelTable models;

    ModelChanges(ModelTable models) {
        this.models = models;
    }

    /** The version in which the file of each process was changed last, by its key; without those of which that was not kept. */
    public Map<String, Integer> ofProcesses() {
        Map<String, Integer> changed = new HashMap<>();
        models.lastChanged(Kind.PROCESS).forEach(version -> changed.put(version.key(), version.number()));
        return changed;
    }
}
