package io.amends.clock;

import io.amends.modeling.ModelFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Where a diagram names clocks, and what is wrong with that. */
final class ClockUses {

    /** A name of the register, and behind it the number of the thing where there are several. */
    private static final Pattern NAME = Pattern.compile("([a-z][a-z-]*?)(-[$#]\\{[^}]+})?");

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]+}");
    private static final Pattern DUE = Pattern.compile("clocks\\.due\\([^,()]*,\\s*['\"]([^'\"]*)['\"]\\s*\\)");

    private static final String LISTEN = "draw an event subprocess that starts with this message";

    private final String file;
    private final BpmnModelInstance diagram;
    private final ClockRegister register;
    private final List<ModelFinding> findings = new ArrayList<>();

    private ClockUses(String file, BpmnModelInstance diagram, ClockRegister register) {
        this.file = file;
        this.diagram = diagram;
        this.register = register;
    }

    static List<ModelFinding> check(String file, BpmnModelInstance diagram, ClockRegister register) {
        ClockUses uses = new ClockUses(file, diagram, register);
        diagram.getModelElementsByType(UserTask.class).forEach(uses::step);
        diagram.getModelElementsByType(ServiceTask.class).forEach(uses::service);
        uses.expressions(diagram.getDocument().getDomSource().getNode(), null);
        return uses.findings;
    }

    private void step(UserTask task) {
        input(task, ClockProcess.CLOCK.name()).ifPresent(named -> {
            String name = named.trim();
            Matcher parts = NAME.matcher(name);
            if (!parts.matches()) {
                find(
                        task,
                        "'" + name + "' is no name of a clock",
                        "write one of " + ClockProcess.RULES
                                + ", with the number of the thing behind where there are several, such as promise-${promiseId}");
            } else if (known(task, parts.group(1))) {
                register.find(parts.group(1)).ifPresent(rule -> listens(task, name, rule));
            }
        });
    }

    private void service(ServiceTask task) {
        input(task, ClockProcess.CLOCK.name()).ifPresent(named -> {
            for (String name : ClockNames.of(named)) {
                Matcher parts = NAME.matcher(name);
                if (parts.matches()) {
                    known(task, parts.group(1));
                } else if (!EXPRESSION.matcher(name).matches()) {
                    find(task, "'" + name + "' is no name of a clock", "several are parted by commas");
                }
            }
        });
    }

    /** Expressions may stand in any attribute and text; a finding names the event, task or flow around. */
    private void expressions(Node node, @Nullable FlowElement around) {
        FlowElement within = flowElement(node).orElse(around);
        if (node.getNodeValue() != null) {
            Matcher due = DUE.matcher(node.getNodeValue());
            while (due.find()) {
                known(within, CaseClock.rule(due.group(1)));
            }
        }
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            expressions(attributes.item(i), within);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (node.getNodeType() != Node.ATTRIBUTE_NODE) {
                expressions(child, within);
            }
        }
    }

    private Optional<FlowElement> flowElement(Node node) {
        return node instanceof Element element
                        && diagram.getModelElementById(element.getAttribute("id")) instanceof FlowElement found
                ? Optional.of(found)
                : Optional.empty();
    }

    private void find(@Nullable BaseElement element, String what, String todo) {
        findings.add(element == null ? ModelFinding.of(file, what, todo) : ModelFinding.of(file, element, what, todo));
    }

    private boolean known(@Nullable BaseElement element, String rule) {
        if (register.knows(rule)) {
            return true;
        }
        if (register.isPresent()) {
            find(
                    element,
                    "the clock '" + rule + "' has no row in " + ClockProcess.RULES,
                    "give it one, or name one of " + String.join(", ", register.names()));
        } else {
            find(
                    element,
                    "the clock '" + rule + "' cannot be known without the table " + ClockProcess.RULES,
                    "deploy that first");
        }
        return false;
    }

    /** A clock that the step starts tells the step's process, which therefore must listen; one of the case tells another. */
    private void listens(UserTask task, String name, ClockRule rule) {
        boolean starts = rule.budget() != null
                || input(task, ClockProcess.CLOCK_DAYS).isPresent()
                || input(task, ClockProcess.CLOCK_UNTIL).isPresent();
        if (starts) {
            Set<String> heard = heard(task);
            if (rule.warnAt() > 0 && !heard.contains(rule.warnSays())) {
                find(task, deaf(name, rule.warnAt(), rule.warnSays()), LISTEN);
            }
            if (rule.escalateAt() > 0 && !heard.contains(rule.breachSays())) {
                find(task, deaf(name, rule.escalateAt(), rule.breachSays()), LISTEN);
            }
        }
    }

    private static String deaf(String name, int percent, String message) {
        return "the clock '" + name + "' says " + message + " at " + percent
                + " % of its time, but the process does not listen";
    }

    private Set<String> heard(UserTask task) {
        Set<String> heard = new TreeSet<>();
        process(task).getChildElementsByType(SubProcess.class).stream()
                .filter(SubProcess::triggeredByEvent)
                .flatMap(box -> box.getChildElementsByType(StartEvent.class).stream())
                .flatMap(start -> start.getChildElementsByType(MessageEventDefinition.class).stream())
                .filter(event -> event.getMessage() != null)
                .forEach(event -> heard.add(event.getMessage().getName()));
        return heard;
    }

    private static Process process(ModelElementInstance element) {
        ModelElementInstance parent = element.getParentElement();
        return parent instanceof Process process ? process : process(parent);
    }

    private static Optional<String> input(Activity activity, String name) {
        if (activity.getExtensionElements() == null) {
            return Optional.empty();
        }
        return activity.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                .flatMap(io -> io.getCamundaInputParameters().stream())
                .filter(input -> name.equals(input.getCamundaName()))
                .map(CamundaInputParameter::getTextContent)
                .findFirst();
    }
}
