package io.amends.models;

import io.amends.modeling.ModelFinding;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** The parts of a diagram: steps, events, gateways, flows, lanes, messages. What stands inside of one belongs to it. */
final class DiagramParts {

    private static final Set<String> NOT_BY_ITSELF = Set.of(
            "definitions",
            "collaboration",
            "extensionElements",
            "documentation",
            "laneSet",
            "conditionExpression",
            "multiInstanceLoopCharacteristics",
            "standardLoopCharacteristics",
            "loopCardinality",
            "completionCondition",
            "timeDuration",
            "timeDate",
            "timeCycle",
            "ioSpecification",
            "text");

    /** What flows say already, and from where the file came. */
    private static final Set<String> SAID_ELSEWHERE = Set.of("incoming", "outgoing");

    private static final Set<String> SAYS_IT_ALL =
            Set.of("source", "sourceExpression", "businessKey", "variables", "value");

    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, String> places = new HashMap<>();

    private DiagramParts() {}

    /** @param file that the guard has let pass, or would */
    static List<Part> of(byte[] file) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(file));
        Document document = (Document) model.getDocument().getDomSource().getNode();
        DiagramParts parts = new DiagramParts();
        parts.walk(document.getDocumentElement(), null, "");
        return parts.finished();
    }

    private record Draft(String id, String name, String type, SortedMap<String, String> properties) {}

    private void walk(Element element, @Nullable Draft owner, String path) {
        if (BpmnModelConstants.BPMNDI_NS.equals(element.getNamespaceURI())) {
            place(element);
            return;
        }
        String local = element.getLocalName();
        String id = element.getAttribute("id");
        boolean bpmn = BpmnModelConstants.BPMN20_NS.equals(element.getNamespaceURI());
        if (bpmn && SAID_ELSEWHERE.contains(local)) {
            return;
        }
        Draft here = owner;
        String inside = path;
        if (bpmn && !id.isEmpty() && !NOT_BY_ITSELF.contains(local) && !local.endsWith("EventDefinition")) {
            here = new Draft(id, ModelFinding.oneLine(element.getAttribute("name")), local, new TreeMap<>());
            drafts.put(id, here);
            inside = "";
            attributes(element, here, "", Set.of("id"));
        } else if (owner != null && !"extensionElements".equals(local) && !"laneSet".equals(local)) {
            inside = inside(element, path, bpmn);
            attributes(element, owner, inside, named(element));
            text(element, owner, inside);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                walk(nested, here, inside);
            }
        }
    }

    /** Such as {@code camunda:inputOutput camunda:inputParameter letter}. */
    private static String inside(Element element, String path, boolean bpmn) {
        String word = bpmn ? element.getLocalName() : prefixed(element.getNamespaceURI(), element.getLocalName());
        String name =
                switch (element.getLocalName()) {
                    case "in", "out" ->
                        element.hasAttribute("target") ? element.getAttribute("target") : passes(element);
                    case "executionListener", "taskListener" -> element.getAttribute("event");
                    default -> first(element, "name", "key");
                };
        return (path.isEmpty() ? "" : path + " ") + word + (name.isEmpty() ? "" : " " + name);
    }

    private static String passes(Element element) {
        return element.hasAttribute("businessKey") ? "the case number" : "all variables";
    }

    private static Set<String> named(Element element) {
        return switch (element.getLocalName()) {
            case "in", "out" -> Set.of("id", "target");
            case "executionListener", "taskListener" -> Set.of("id", "event");
            default -> Set.of("id", "name", "key");
        };
    }

    private static String first(Element element, String... attributes) {
        for (String attribute : attributes) {
            if (element.hasAttribute(attribute)) {
                return element.getAttribute(attribute);
            }
        }
        return "";
    }

    private static void attributes(Element element, Draft owner, String path, Set<String> without) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getNamespaceURI() == null
                    ? attribute.getName()
                    : prefixed(attribute.getNamespaceURI(), attribute.getLocalName());
            // what the schema adds by itself nobody has written
            if (attribute.getSpecified()
                    && !without.contains(name)
                    && !name.startsWith("xmlns")
                    && !name.startsWith("xsi:")) {
                put(owner, word(path, name), ModelFinding.oneLine(attribute.getValue()));
            }
        }
    }

    /** What an element says by being of a certain kind, such as a timer, is said even without a text. */
    private static void text(Element element, Draft owner, String path) {
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            leaf &= !(child instanceof Element);
        }
        String text = leaf ? element.getTextContent().strip() : "";
        boolean says = owner.properties().keySet().stream()
                .anyMatch(known -> known.equals(path) || known.startsWith(path + " "));
        if (!text.isEmpty() || (leaf && !says)) {
            put(owner, path, text.isEmpty() ? "yes" : text);
        }
    }

    private static String word(String path, String name) {
        if (path.isEmpty()) {
            return name;
        }
        // of what is passed on, the source is what there is to say
        return SAYS_IT_ALL.contains(name) ? path : path + " " + name;
    }

    private static void put(Draft owner, String path, String value) {
        String free = path;
        for (int more = 2; owner.properties().containsKey(free); more++) {
            free = path + " (" + more + ")";
        }
        owner.properties().put(free, value);
    }

    private static String prefixed(@Nullable String namespace, String name) {
        return BpmnModelConstants.CAMUNDA_NS.equals(namespace) ? "camunda:" + name : name;
    }

    private void place(Element drawing) {
        String of = drawing.getAttribute("bpmnElement");
        if (!of.isEmpty() && !"BPMNPlane".equals(drawing.getLocalName())) {
            places.merge(of, corners(drawing), String::concat);
            return;
        }
        for (Node child = drawing.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested && BpmnModelConstants.BPMNDI_NS.equals(nested.getNamespaceURI())) {
                place(nested);
            }
        }
    }

    private static String corners(Element drawing) {
        StringBuilder corners = new StringBuilder();
        for (String way : List.of("x", "y", "width", "height", "isExpanded", "isHorizontal")) {
            if (drawing.hasAttribute(way)) {
                corners.append(way).append(drawing.getAttribute(way)).append(' ');
            }
        }
        for (Node child = drawing.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                corners.append(corners(nested));
            }
        }
        return corners.toString();
    }

    private List<Part> finished() {
        List<Part> parts = new ArrayList<>();
        drafts.forEach((id, draft) ->
                parts.add(new Part(id, name(draft), draft.type(), draft.properties(), places.getOrDefault(id, ""))));
        return parts;
    }

    /** A flow is told by where it leads from and to. */
    private String name(Draft draft) {
        String source = draft.properties().get("sourceRef");
        String target = draft.properties().get("targetRef");
        if (source == null || target == null) {
            return draft.name();
        }
        String way = title(source) + " → " + title(target);
        return draft.name().isEmpty() ? way : draft.name() + ": " + way;
    }

    private String title(String id) {
        Draft named = drafts.get(id);
        return named == null || named.name().isEmpty() ? id : named.name();
    }
}
