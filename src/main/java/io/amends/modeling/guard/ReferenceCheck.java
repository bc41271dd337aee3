package io.amends.modeling.guard;

import io.amends.modeling.ModelCheck;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * Forms, tables and processes that a diagram names are deployed together with it, and it takes those, so that a case goes on with what it
 * began with.
 */
@Component
class ReferenceCheck implements ModelCheck {

    private static final String TOGETHER = "deploy it together with this diagram, or name another";

    @Override
    public List<ModelFinding> check(ModelSet models) {
        Set<String> forms = new HashSet<>();
        models.forms().values().forEach(form -> forms.add(form.path("id").asText()));
        Set<String> decisions = new HashSet<>();
        models.tables().values().forEach(table -> table.getModelElementsByType(Decision.class)
                .forEach(decision -> decisions.add(decision.getId())));
        Set<String> processes = new HashSet<>();
        models.diagrams().values().forEach(diagram -> diagram.getModelElementsByType(Process.class)
                .forEach(process -> processes.add(process.getId())));
        // what a file that cannot be read defines is not missing: that it cannot be read is said already
        for (String file : models.unreadable()) {
            String name = ModelSet.namedAfter(file);
            forms.add(name);
            decisions.add(name);
            processes.add(name);
            DmnModelInstance before = models.keptTables().get(file);
            if (before != null) {
                before.getModelElementsByType(Decision.class).forEach(decision -> decisions.add(decision.getId()));
            }
        }
        List<ModelFinding> findings = new ArrayList<>();
        models.diagrams()
                .forEach((file, diagram) -> XmlWalk.walk(diagram, new XmlWalk.Visitor() {
                    @Override
                    public boolean element(Element element) {
                        String kind = XmlWalk.local(element);
                        if (kind.equals("businessRuleTask")
                                && !element.hasAttributeNS(Names.CAMUNDA_BPMN, "decisionRef")) {
                            find(element, "asks no table", "name the decision that it evaluates");
                        } else if (kind.equals("callActivity") && !element.hasAttribute("calledElement")) {
                            find(element, "calls no process", "name the process that it calls");
                        }
                        return true;
                    }

                    @Override
                    public void attribute(Element element, Attr attribute) {
                        switch (XmlWalk.local(attribute)) {
                            case "formRef" -> named(element, attribute, "form", forms, "formRefBinding");
                            case "decisionRef" ->
                                named(element, attribute, "decision", decisions, "decisionRefBinding");
                            case "calledElement" ->
                                named(element, attribute, "process", processes, "calledElementBinding");
                            default -> {
                                // names nothing that is deployed
                            }
                        }
                    }

                    private void named(
                            Element element, Attr attribute, String kind, Set<String> known, String binding) {
                        if (!known.contains(attribute.getValue())) {
                            find(element, "there is no " + kind + " '" + attribute.getValue() + "'", TOGETHER);
                        } else if (!element.getAttributeNS(Names.CAMUNDA_BPMN, binding)
                                .equals("deployment")) {
                            find(
                                    element,
                                    "takes the " + kind + " '" + attribute.getValue() + "' in whatever version",
                                    "set Binding to deployment, so that a case ends as it began");
                        }
                    }

                    private void find(Element element, String what, String todo) {
                        findings.add(new Fault(what, todo).at(Spot.of(file, element)));
                    }
                }));
        return findings;
    }
}
