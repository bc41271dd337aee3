package io.amends.staff;

import io.amends.modeling.ModelCheck;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Groups that models give work to, or write to, are groups of the house. */
@Component
class GroupModelCheck implements ModelCheck {

    /** Who a letter may be for besides a group. */
    private static final Set<String> READERS = Set.of("customer", "media", "owner", "worker");

    private static final String TO = "to";
    private static final String NOBODY = "none";
    private static final Pattern COLUMN = Pattern.compile("group|[a-z]\\w*Group");

    @Override
    public List<ModelFinding> check(ModelSet models) {
        List<ModelFinding> findings = new ArrayList<>();
        models.diagrams().forEach((file, diagram) -> diagram(file, diagram, findings));
        models.tableWords().stream()
                .filter(it ->
                        COLUMN.matcher(it.column()).matches() && !it.word().equals(NOBODY))
                .forEach(it -> groups(it.file(), it.cell(), it.word(), findings));
        return findings;
    }

    private static void diagram(String file, BpmnModelInstance diagram, List<ModelFinding> findings) {
        diagram.getModelElementsByType(UserTask.class)
                .forEach(task -> groups(file, task, task.getCamundaCandidateGroups(), findings));
        diagram.getModelElementsByType(Process.class)
                .forEach(process -> groups(file, process, process.getCamundaCandidateStarterGroups(), findings));
        diagram.getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(input -> TO.equals(input.getCamundaName())
                        && !READERS.contains(input.getTextContent().strip()))
                .forEach(input -> groups(file, input, input.getTextContent(), findings));
    }

    private static void groups(
            String file, ModelElementInstance where, @Nullable String named, List<ModelFinding> findings) {
        if (named == null) {
            return;
        }
        for (String group : StringUtils.commaDelimitedListToStringArray(named)) {
            String name = group.strip();
            if (!name.isEmpty()
                    && !name.startsWith("$")
                    && !name.startsWith("#")
                    && Role.of(name).isEmpty()) {
                findings.add(ModelFinding.of(
                        file,
                        where,
                        "there is no group '" + name + "'",
                        "name one of "
                                + Arrays.stream(Role.values()).map(Role::group).collect(Collectors.joining(", "))));
            }
        }
    }
}
