package io.amends.clock;

import io.amends.modeling.HouseMessages;
import io.amends.modeling.ModelSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** What clocks say at the warning and at the deadline: the words of the register as it will count. */
@Component
class ClockMessages implements HouseMessages {

    @Override
    public Set<String> names(ModelSet models) {
        Set<String> said = new TreeSet<>();
        models.allTables().values().stream().filter(ClockRegister::isRegister).forEach(register -> {
            for (DecisionTable table : register.getModelElementsByType(DecisionTable.class)) {
                TableRows rows = new TableRows(table);
                for (Rule row : rows.rows()) {
                    said.addAll(rows.words(row, "warnSays"));
                    said.addAll(rows.words(row, "breachSays"));
                }
            }
        });
        said.remove("");
        return said;
    }
}
