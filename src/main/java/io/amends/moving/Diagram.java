package io.amends.moving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** The steps of one version of a process, by id. */
final class Diagram {

    /** What the engine calls the shell around a step that is done several times. */
    static final String SHELL = "#multiInstanceBody";

    private final Map<String, Step> steps = new LinkedHashMap<>();

    Diagram(BpmnModelInstance model, String processKey) {
        model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> processKey.equals(process(node)))
                .forEach(node -> steps.put(node.getId(), step(node)));
    }

    /** By the id that the engine uses, with or without the shell. */
    Optional<Step> find(String activityId) {
        return Optional.ofNullable(steps.get(base(activityId)));
    }

    List<Step> steps() {
        return List.copyOf(steps.values());
    }

    static String base(String activityId) {
        return activityId.endsWith(SHELL) ? activityId.substring(0, activityId.length() - SHELL.length()) : activityId;
    }

    private static Step step(FlowNode node) {
        MultiInstanceLoopCharacteristics several = several(node);
        return new Step(
                node.getId(),
                node.getName() == null ? "" : node.getName().strip().replaceAll("\\s+", " "),
                kind(node),
                node.getParentElement().getAttributeValue("id"),
                node instanceof BoundaryEvent edge ? edge.getAttachedTo().getId() : null,
                node instanceof CallActivity call && call.getCalledElement() != null
                        ? call.getCalledElement().strip()
                        : "",
                several != null,
                node.isCamundaAsyncBefore() || (several != null && several.isCamundaAsyncBefore()),
                // the model API refuses to be asked this of such a gateway, which has nothing to leave
                (!(node instanceof EventBasedGateway) && node.isCamundaAsyncAfter())
                        || (several != null && several.isCamundaAsyncAfter()));
    }

    private static @Nullable MultiInstanceLoopCharacteristics several(FlowNode node) {
        return node instanceof Activity activity
                        && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics many
                ? many
                : null;
    }

    private static String kind(FlowNode node) {
        if (node instanceof SubProcess box) {
            return box.triggeredByEvent() ? "eventSubProcess" : "subProcess";
        }
        if (node instanceof ServiceTask || node instanceof SendTask) {
            return "automatic";
        }
        String type = node.getElementType().getTypeName();
        boolean heard = !(node instanceof StartEvent)
                || (node.getParentElement() instanceof SubProcess around && around.triggeredByEvent());
        if (node instanceof CatchEvent event && heard) {
            return event.getEventDefinitions().stream()
                    .findFirst()
                    .map(definition -> type + "-" + word(definition))
                    .orElse(type);
        }
        return type;
    }

    private static String word(EventDefinition definition) {
        return definition.getElementType().getTypeName().replace("EventDefinition", "");
    }

    private static String process(ModelElementInstance element) {
        ModelElementInstance around = element.getParentElement();
        return around instanceof Process process ? process.getId() : around == null ? "" : process(around);
    }
}
