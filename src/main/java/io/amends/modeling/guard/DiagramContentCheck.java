package io.amends.modeling.guard;

import io.amends.modeling.ModelCheck;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Every element, attribute and text of a diagram is one that the house knows to be harmless; what is not listed is refused, so nothing
 * that runs code can be forgotten.
 */
@Component
class DiagramContentCheck implements ModelCheck {

    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");
    /** Attributes of these say how it looks, which program wrote it, and where its schema is. */
    private static final Set<String> MARKS = Set.of(
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://www.w3.org/2001/XMLSchema-instance");

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "process",
            "collaboration",
            "participant",
            "laneSet",
            "lane",
            "flowNodeRef",
            "documentation",
            "extensionElements",
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "messageEventDefinition",
            "timerEventDefinition",
            "errorEventDefinition",
            "terminateEventDefinition",
            "linkEventDefinition",
            "message",
            "error",
            "timeDate",
            "timeCycle",
            "timeDuration",
            "userTask",
            "serviceTask",
            "sendTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "sequenceFlow",
            "conditionExpression",
            "incoming",
            "outgoing",
            "multiInstanceLoopCharacteristics",
            "loopCardinality",
            "completionCondition",
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue");

    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "isExecutable",
            "targetNamespace",
            "exporter",
            "exporterVersion",
            "attachedToRef",
            "cancelActivity",
            "calledElement",
            "default",
            "messageRef",
            "errorRef",
            "errorCode",
            "sourceRef",
            "targetRef",
            "triggeredByEvent",
            "isInterrupting",
            "isSequential",
            "processRef",
            "gatewayDirection",
            "eventGatewayType",
            "textFormat",
            "associationDirection",
            "categoryValueRef",
            "value");

    private static final Set<String> CAMUNDA_ELEMENTS = Set.of(
            "in",
            "out",
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "list",
            "map",
            "entry",
            "value",
            "taskListener",
            "executionListener",
            "failedJobRetryTimeCycle",
            "properties",
            "property");

    /** With the camunda prefix on elements of BPMN, or plain on elements of Camunda. */
    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "delegateExpression",
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "formRef",
            "formRefBinding",
            "assignee",
            "candidateGroups",
            "candidateUsers",
            "dueDate",
            "followUpDate",
            "priority",
            "jobPriority",
            "decisionRef",
            "decisionRefBinding",
            "mapDecisionResult",
            "resultVariable",
            "calledElementBinding",
            "errorCodeVariable",
            "errorMessageVariable",
            "historyTimeToLive",
            "isStartableInTasklist",
            "candidateStarterGroups",
            "versionTag",
            "collection",
            "elementVariable",
            "initiator",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon",
            "businessKey",
            "source",
            "sourceExpression",
            "target",
            "variables",
            "local",
            "event",
            "id",
            "name",
            "key",
            "value");

    /** Where the engine evaluates, and where a diagram of the house may ask it to. */
    private static final Set<String> EVALUATED_ATTRIBUTES = Set.of(
            "assignee",
            "candidateGroups",
            "candidateUsers",
            "priority",
            "collection",
            "businessKey",
            "sourceExpression");
    /** Evaluated, too, and then a time. */
    private static final Set<String> TIME_ATTRIBUTES = Set.of("dueDate", "followUpDate");

    private static final Set<String> EVALUATED_TEXTS = Set.of(
            "conditionExpression",
            "loopCardinality",
            "completionCondition",
            "inputParameter",
            "outputParameter",
            "value",
            "entry");

    private static final Set<String> TIME_TEXTS = Set.of("timeDate", "timeCycle", "timeDuration");

    private static final String SERVICE =
            "let a service of the house do the work: a service task with a delegate expression such as ${meetClockDelegate}";
    private static final Map<String, Fault> KNOWN_ELEMENTS = Map.of(
            "script", new Fault("runs a script", SERVICE),
            "scriptTask", new Fault("runs a script", SERVICE),
            "connector", new Fault("calls another system by a connector", SERVICE),
            "field", new Fault("puts a value into a Java class (field injection)", "give it as an input instead"),
            "formData", new Fault("has a form made of fields in the diagram", "make a Camunda Form and link it"),
            "import", new Fault("imports another file", "take it out"));
    private static final Map<String, Fault> KNOWN_ATTRIBUTES = Map.ofEntries(
            Map.entry("class", new Fault("names a Java class", SERVICE)),
            Map.entry("expression", new Fault("calls an expression as its work", SERVICE)),
            Map.entry("resource", new Fault("runs a script from a file", SERVICE)),
            Map.entry("scriptFormat", new Fault("runs a script", SERVICE)),
            Map.entry("language", new Fault("has a condition in another language", "write it as ${name == 'value'}")),
            Map.entry("expressionLanguage", new Fault("sets another language for expressions", "take it out")),
            Map.entry("type", new Fault("has its work done from outside, by mail or by the shell", SERVICE)),
            Map.entry("topic", new Fault("has its work done from outside", SERVICE)),
            Map.entry("formKey", new Fault("names a form by its key", "make a Camunda Form and link it")),
            Map.entry("variableMappingClass", new Fault("names a Java class", "pass variables by In and Out mappings")),
            Map.entry(
                    "variableMappingDelegateExpression",
                    new Fault("passes variables by a program", "pass variables by In and Out mappings")));

    private static final Pattern ICON = Pattern.compile("data:image/(svg\\+xml|png)[;,].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Expressions expressions;

    DiagramContentCheck(Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public List<ModelFinding> check(ModelSet models) {
        List<ModelFinding> findings = new ArrayList<>();
        models.diagrams().forEach((file, diagram) -> XmlWalk.walk(diagram, new Content(file, findings)));
        return findings;
    }

    /** One pass over one diagram. */
    private final class Content implements XmlWalk.Visitor {

        private final String file;
        private final List<ModelFinding> findings;

        Content(String file, List<ModelFinding> findings) {
            this.file = file;
            this.findings = findings;
        }

        @Override
        public boolean element(Element element) {
            String namespace = XmlWalk.namespace(element);
            String name = XmlWalk.local(element);
            if (DRAWING.contains(namespace)) {
                return true;
            }
            boolean known = (namespace.equals(Names.BPMN) && ELEMENTS.contains(name))
                    || (namespace.equals(Names.CAMUNDA_BPMN) && CAMUNDA_ELEMENTS.contains(name));
            if (!known) {
                Fault fault = KNOWN_ELEMENTS.get(name);
                find(element, fault != null ? fault : Fault.unknown("the element '" + element.getNodeName() + "'"));
            }
            return known;
        }

        @Override
        public void attribute(Element element, Attr attribute) {
            String namespace = XmlWalk.namespace(attribute);
            String name = XmlWalk.local(attribute);
            String value = attribute.getValue();
            boolean camunda = isCamunda(element, namespace);
            boolean bpmn = namespace.isEmpty() && XmlWalk.namespace(element).equals(Names.BPMN);
            if ((camunda && !CAMUNDA_ATTRIBUTES.contains(name))
                    || (bpmn && !ATTRIBUTES.contains(name))
                    || (!camunda && !namespace.isEmpty() && !MARKS.contains(namespace))) {
                Fault fault = KNOWN_ATTRIBUTES.get(name);
                find(element, fault != null ? fault : Fault.unknown("the attribute '" + attribute.getNodeName() + "'"));
            } else if (camunda && name.equals("delegateExpression")) {
                return;
            } else if (camunda && TIME_ATTRIBUTES.contains(name)) {
                expressions.timeFault(value, false).ifPresent(fault -> find(element, fault));
            } else if (camunda && EVALUATED_ATTRIBUTES.contains(name)) {
                expressions.fault(value).ifPresent(fault -> find(element, fault));
            } else {
                plain(element, "'" + attribute.getNodeName() + "'", value);
                shape(element, camunda ? name : "", value);
            }
        }

        @Override
        public void text(Element element, String text) {
            String name = XmlWalk.local(element);
            if (XmlWalk.namespace(element).equals(Names.BPMN) && TIME_TEXTS.contains(name)) {
                expressions.timeFault(text, name.equals("timeCycle")).ifPresent(fault -> find(element, fault));
            } else if (!DRAWING.contains(XmlWalk.namespace(element)) && EVALUATED_TEXTS.contains(name)) {
                expressions.fault(text).ifPresent(fault -> find(element, fault));
            } else {
                plain(element, name.equals("documentation") ? "the documentation" : "'" + name + "'", text);
            }
        }

        private void shape(Element element, String name, String value) {
            if (name.equals("modelerTemplateIcon") && !ICON.matcher(value).matches()) {
                find(element, new Fault("has an icon from elsewhere", "put the picture itself there (data:image/…)"));
            } else if (name.equals("jobPriority") && !NUMBER.matcher(value).matches()) {
                find(element, new Fault("'jobPriority' is no number", "write a number"));
            }
        }

        private void plain(Element element, String where, String text) {
            if (Expressions.isIn(text)) {
                find(
                        element,
                        new Fault("has an expression in " + where, "no expression may stand there; write plain words"));
            }
        }

        private void find(Element element, Fault fault) {
            findings.add(fault.at(Spot.of(file, element)));
        }
    }

    private static boolean isCamunda(Element element, @Nullable String namespace) {
        return Names.CAMUNDA_BPMN.equals(namespace)
                || ("".equals(namespace) && XmlWalk.namespace(element).equals(Names.CAMUNDA_BPMN));
    }
}
