package io.amends.casefile;

import io.amends.modeling.AsTheHouse;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that runs for a case at this moment: its main process and all that it called. */
@Component
public class RunningCase {

    private final RuntimeService runtime;
    private final AsTheHouse house;

    RunningCase(RuntimeService runtime, AsTheHouse house) {
        this.runtime = runtime;
        this.house = house;
    }

    /** Lets every running process of the case know what became of facts that all of them were started with. */
    public void tell(String caseNumber, Map<String, ? extends @Nullable Object> facts) {
        house.run(() -> {
            for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .list()) {
                runtime.setVariables(instance.getId(), facts);
            }
            return caseNumber;
        });
    }
}
