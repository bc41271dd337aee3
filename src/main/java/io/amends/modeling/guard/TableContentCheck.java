package io.amends.modeling.guard;

import io.amends.modeling.ModelCheck;
import io.amends.modeling.ModelFinding;
import io.amends.modeling.ModelSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every element, attribute and text of a table is one that the house knows; its cells are FEEL, call no program and name nothing but inputs. */
@Component
class TableContentCheck implements ModelCheck {

    private static final Set<String> DRAWING = Set.of(
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/");
    private static final Set<String> MARKS = Set.of(
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0",
            "http://www.w3.org/2001/XMLSchema-instance");
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "decisionTable",
            "input",
            "inputExpression",
            "inputEntry",
            "inputValues",
            "output",
            "outputEntry",
            "outputValues",
            "defaultOutputEntry",
            "rule",
            "annotation",
            "annotationEntry",
            "text",
            "description",
            "informationRequirement",
            "requiredDecision",
            "requiredInput",
            "inputData",
            "variable",
            "literalExpression",
            "textAnnotation",
            "association",
            "sourceRef",
            "targetRef",
            "extensionElements");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "label",
            "namespace",
            "exporter",
            "exporterVersion",
            "hitPolicy",
            "aggregation",
            "preferredOrientation",
            "outputLabel",
            "typeRef",
            "href",
            "textFormat",
            "associationDirection",
            "expressionLanguage");
    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of("historyTimeToLive", "inputVariable", "versionTag");
    private static final Set<String> BIO_ATTRIBUTES = Set.of("width", "annotationsWidth");
    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20151101",
            "http://www.omg.org/spec/DMN/20151130",
            "https://www.omg.org/spec/DMN/20191111/FEEL/");
    private static final Map<String, Fault> KNOWN = Map.of(
            "import", new Fault("imports another file", "take it out"),
            "functionDefinition", new Fault("defines a function of its own", "use FEEL's own functions"),
            "encapsulatedLogic", new Fault("defines a function of its own", "use FEEL's own functions"),
            "businessKnowledgeModel", new Fault("defines a function of its own", "use FEEL's own functions"),
            "invocation", new Fault("calls a function of its own", "use FEEL's own functions"));

    @Override
    public List<ModelFinding> check(ModelSet models) {
        List<ModelFinding> findings = new ArrayList<>();
        FeelRules feel = new FeelRules();
        models.tables().forEach((file, table) -> {
            XmlWalk.walk(table, new Content(file, feel, findings, new IdentityHashMap<>()));
            names(file, table, findings);
        });
        return findings;
    }

    private static void names(String file, DmnModelInstance table, List<ModelFinding> findings) {
        String name = ModelSet.namedAfter(file);
        var decisions = table.getModelElementsByType(Decision.class);
        if (decisions.stream().noneMatch(decision -> name.equals(decision.getId()))) {
            findings.add(ModelFinding.of(
                    file, "holds no decision with the id '" + name + "'", "give file and decision the same name"));
        }
        for (Decision decision : decisions) {
            if (!DiagramRulesCheck.endsSometime(decision.getCamundaHistoryTimeToLiveString())) {
                findings.add(ModelFinding.of(
                        file, decision, "says no time to live", "say how long its history is kept, such as P1825D"));
            }
        }
    }

    /**
     * One pass over the tables of a file.
     *
     * @param known what the cells of each decision may name, worked out once
     */
    private record Content(String file, FeelRules feel, List<ModelFinding> findings, Map<Element, Set<String>> known)
            implements XmlWalk.Visitor {

        @Override
        public boolean element(Element element) {
            String namespace = XmlWalk.namespace(element);
            if (DRAWING.contains(namespace) || namespace.equals("http://bpmn.io/schema/dmn/biodi/2.0")) {
                return true;
            }
            String name = XmlWalk.local(element);
            boolean known = namespace.equals(Names.DMN) && ELEMENTS.contains(name);
            if (!known) {
                Fault fault = KNOWN.get(name);
                find(element, fault != null ? fault : Fault.unknown("the element '" + element.getNodeName() + "'"));
            }
            return known;
        }

        @Override
        public void attribute(Element element, Attr attribute) {
            String namespace = XmlWalk.namespace(attribute);
            String name = XmlWalk.local(attribute);
            boolean own = namespace.isEmpty() && XmlWalk.namespace(element).equals(Names.DMN);
            if ((own && !ATTRIBUTES.contains(name))
                    || (namespace.equals(Names.CAMUNDA_DMN) && !CAMUNDA_ATTRIBUTES.contains(name))
                    || (!namespace.isEmpty() && !namespace.equals(Names.CAMUNDA_DMN) && !MARKS.contains(namespace))
                    || (namespace.contains("biodi") && !BIO_ATTRIBUTES.contains(name))) {
                find(element, Fault.unknown("the attribute '" + attribute.getNodeName() + "'"));
            } else if (name.equals("expressionLanguage") && !FEEL.contains(attribute.getValue())) {
                find(
                        element,
                        new Fault("is written in the language '" + attribute.getValue() + "'", "write it in FEEL"));
            } else if (name.equals("href") && !attribute.getValue().startsWith("#")) {
                find(element, new Fault("refers to another file", "put both decisions into one file"));
            } else if (Expressions.isIn(attribute.getValue())) {
                find(element, new Fault("has an expression in '" + attribute.getNodeName() + "'", "write plain words"));
            }
        }

        @Override
        public void text(Element element, String text) {
            if (!XmlWalk.local(element).equals("text") || !(element.getParentNode() instanceof Element around)) {
                return;
            }
            Optional<Fault> fault =
                    switch (XmlWalk.local(around)) {
                        case "inputEntry", "inputValues", "outputValues" ->
                            feel.unaryTests(text.strip(), known(around));
                        case "outputEntry", "defaultOutputEntry" -> feel.expression(text.strip(), known(around));
                        case "inputExpression", "literalExpression" -> feel.expression(text.strip());
                        default -> Optional.empty();
                    };
            fault.ifPresent(found -> find(element, found));
        }

        /** The inputs of the table that a cell is in, and what the tables give that it asks first. */
        private Set<String> known(Element cell) {
            Node decision = cell;
            while (decision.getParentNode() != null && !XmlWalk.local(decision).equals("decision")) {
                decision = decision.getParentNode();
            }
            return decision instanceof Element element ? known.computeIfAbsent(element, this::asked) : Set.of();
        }

        private Set<String> asked(Element decision) {
            Set<String> names = new HashSet<>();
            for (Element part : XmlWalk.all(decision)) {
                switch (XmlWalk.local(part)) {
                    case "inputExpression" ->
                        XmlWalk.children(part, "text")
                                .forEach(text -> names.addAll(
                                        feel.names(XmlWalk.text(text).strip())));
                    case "input" -> {
                        if (part.hasAttributeNS(Names.CAMUNDA_DMN, "inputVariable")) {
                            names.add(part.getAttributeNS(Names.CAMUNDA_DMN, "inputVariable"));
                        }
                    }
                    case "requiredDecision", "requiredInput" ->
                        names.addAll(given(decision, part.getAttribute("href")));
                    default -> {
                        // asks for nothing
                    }
                }
            }
            return names;
        }

        /** Names of what another decision, or a piece of data, of the file gives. */
        private static Set<String> given(Element decision, String href) {
            Set<String> names = new HashSet<>();
            for (Element other : XmlWalk.all((Element) decision.getParentNode())) {
                if (href.equals("#" + other.getAttribute("id"))) {
                    for (Element part : XmlWalk.all(other)) {
                        boolean gives = Set.of("output", "variable").contains(XmlWalk.local(part));
                        if (gives && !part.getAttribute("name").isEmpty()) {
                            names.add(part.getAttribute("name"));
                        }
                    }
                }
            }
            return names;
        }

        private void find(Element element, Fault fault) {
            findings.add(fault.at(Spot.of(file, element)));
        }
    }
}
