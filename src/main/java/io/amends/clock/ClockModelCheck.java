package io.amends.clock;

import io.amends.modeling.ModelCheck;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.stereotype.Component;

/**
 * Clocks that models name are rows of the register, and the times that tables grant are times. A register that is deployed by itself
 * is held against every model in use, so that it cannot lose a row that one of them needs.
 */
@Component
class ClockModelCheck implements ModelCheck {

    @Override
    public List<ModelFinding> check(ModelSet models) {
        ClockRegister register = ClockRegister.after(models);
        boolean anew = models.tables().values().stream().anyMatch(ClockRegister::isRegister);
        Map<String, BpmnModelInstance> diagrams = anew ? models.allDiagrams() : models.diagrams();
        Map<String, DmnModelInstance> tables = anew ? models.allTables() : models.tables();
        List<ModelFinding> findings = new ArrayList<>();
        if (anew) {
            findings.addAll(register.findings());
        }
        tables.forEach((file, table) -> {
            if (!ClockRegister.isRegister(table)) {
                findings.addAll(TableTimes.check(file, table, register));
            }
        });
        diagrams.forEach((file, diagram) -> findings.addAll(ClockUses.check(file, diagram, register)));
        return findings;
    }
}
