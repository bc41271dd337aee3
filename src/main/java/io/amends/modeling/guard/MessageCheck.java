package io.amends.modeling.guard;

import io.amends.modeling.HouseMessages;
import io.amends.modeling.ModelCheck;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A process waits only for messages that the house sends, and can be started by those that the house starts it with. */
@Component
class MessageCheck implements ModelCheck {

    private final ObjectProvider<HouseMessages> house;

    MessageCheck(ObjectProvider<HouseMessages> house) {
        this.house = house;
    }

    @Override
    public List<ModelFinding> check(ModelSet models) {
        Set<String> known = new TreeSet<>();
        Map<String, String> starts = new HashMap<>();
        house.forEach(messages -> {
            known.addAll(messages.names(models));
            starts.putAll(messages.starts());
        });
        List<ModelFinding> findings = new ArrayList<>();
        models.diagrams().forEach((file, diagram) -> {
            for (MessageEventDefinition event : diagram.getModelElementsByType(MessageEventDefinition.class)) {
                String name = name(event);
                if (event.getParentElement() instanceof CatchEvent && (name == null || !known.contains(name))) {
                    findings.add(ModelFinding.of(
                            file,
                            event.getParentElement(),
                            name == null
                                    ? "waits for a message without a name"
                                    : "nobody sends the message '" + name + "'",
                            "name one of " + String.join(", ", known)));
                }
            }
            findings.addAll(missing(file, diagram, starts));
        });
        findings.addAll(taken(models, starts));
        return findings;
    }

    /** The engine lets a message start one process only. */
    private static List<ModelFinding> taken(ModelSet models, Map<String, String> house) {
        List<Start> deploying = new ArrayList<>();
        models.diagrams().forEach((file, diagram) -> deploying.addAll(startsOf(file, diagram)));
        List<Start> all = new ArrayList<>(deploying);
        models.keptDiagrams().forEach((file, diagram) -> all.addAll(startsOf(file, diagram)));
        List<ModelFinding> findings = new ArrayList<>();
        for (Start start : deploying) {
            Set<String> others = all.stream()
                    .filter(other -> other.message().equals(start.message()) && !other.equals(start))
                    .map(Start::process)
                    .collect(Collectors.toCollection(TreeSet::new));
            // where the house starts one of them with it, the other is the one to change
            boolean ours = start.process().equals(house.get(start.message())) && !others.contains(start.process());
            if (!others.isEmpty() && !ours) {
                findings.add(ModelFinding.of(
                        start.file(),
                        start.event(),
                        "the message '" + start.message() + "' starts the process '" + String.join("', '", others)
                                + "' already",
                        "let another message start this one, or leave the id of the process as it was"));
            }
        }
        return findings;
    }

    private static List<Start> startsOf(String file, BpmnModelInstance diagram) {
        List<Start> starts = new ArrayList<>();
        for (Process process : diagram.getModelElementsByType(Process.class)) {
            for (StartEvent event : process.getChildElementsByType(StartEvent.class)) {
                for (MessageEventDefinition message : event.getChildElementsByType(MessageEventDefinition.class)) {
                    String name = name(message);
                    if (name != null) {
                        starts.add(new Start(file, process.getId(), event, name));
                    }
                }
            }
        }
        return starts;
    }

    private record Start(String file, String process, StartEvent event, String message) {}

    private static List<ModelFinding> missing(String file, BpmnModelInstance diagram, Map<String, String> house) {
        List<Start> there = startsOf(file, diagram);
        List<ModelFinding> findings = new ArrayList<>();
        for (Process process : diagram.getModelElementsByType(Process.class)) {
            house.forEach((message, key) -> {
                boolean waits = there.stream()
                        .anyMatch(start ->
                                start.process().equals(key) && start.message().equals(message));
                if (key.equals(process.getId()) && !waits) {
                    findings.add(ModelFinding.of(
                            file,
                            process,
                            "the house starts this process with the message '" + message
                                    + "', but no start event waits for it",
                            "keep a start event with this message"));
                }
            });
        }
        return findings;
    }

    private static @Nullable String name(MessageEventDefinition event) {
        return event.getMessage() == null ? null : event.getMessage().getName();
    }
}
