package io.amends.modeling.guard;

import io.amends.modeling.ModelCheck;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** What a diagram lets the program do is a service or a listener of the house, named and nothing more. */
@Component
class DelegateCheck implements ModelCheck {

    private static final String HOUSE = "io.amends.";
    private static final Map<String, Class<?>> KINDS = Map.of(
            "serviceTask", JavaDelegate.class,
            "sendTask", JavaDelegate.class,
            "taskListener", TaskListener.class,
            "executionListener", ExecutionListener.class);
    private static final Map<Class<?>, String> WORDS = Map.of(
            JavaDelegate.class, "service",
            TaskListener.class, "listener for tasks",
            ExecutionListener.class, "listener for steps");

    private final BeanFactory beans;

    DelegateCheck(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public List<ModelFinding> check(ModelSet models) {
        List<ModelFinding> findings = new ArrayList<>();
        models.diagrams()
                .forEach((file, diagram) -> XmlWalk.walk(diagram, new XmlWalk.Visitor() {
                    @Override
                    public boolean element(Element element) {
                        missing(element).ifPresent(fault -> findings.add(fault.at(Spot.of(file, element))));
                        return true;
                    }

                    @Override
                    public void attribute(Element element, Attr attribute) {
                        if (XmlWalk.local(attribute).equals("delegateExpression")) {
                            fault(XmlWalk.local(element), attribute.getValue())
                                    .ifPresent(fault -> findings.add(fault.at(Spot.of(file, element))));
                        }
                    }
                }));
        return findings;
    }

    private static Optional<Fault> missing(Element element) {
        boolean works = List.of("serviceTask", "sendTask").contains(XmlWalk.local(element));
        return works && !element.hasAttributeNS(Names.CAMUNDA_BPMN, "delegateExpression")
                ? Optional.of(new Fault(
                        "does not say who does its work",
                        "give it a delegate expression, such as ${sendLetterDelegate}"))
                : Optional.empty();
    }

    private Optional<Fault> fault(String element, String expression) {
        Class<?> kind = KINDS.get(element);
        if (kind == null) {
            return Optional.of(
                    new Fault("has a delegate expression, which this kind of step cannot have", "take it out"));
        }
        String word = WORDS.get(kind);
        Optional<String> name = Expressions.onlyName(expression.strip());
        if (name.isEmpty()) {
            return Optional.of(new Fault(
                    "its delegate expression " + expression + " is more than the name of a " + word,
                    "write the name alone, such as ${sendLetterDelegate}"));
        }
        String bean = name.get();
        Class<?> type = beans.containsBean(bean) ? beans.getType(bean) : null;
        return type != null && kind.isAssignableFrom(type) && type.getName().startsWith(HOUSE)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "there is no " + word + " '" + bean + "' in the house",
                        "name one that there is, or ask a developer for it"));
    }
}
