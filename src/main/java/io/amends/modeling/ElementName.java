package io.amends.modeling;

import java.util.List;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * What people call a piece of a model: a step by its name, a way by the steps that it joins, a cell of a table by table, row and column.
 */
public final class ElementName {

    private ElementName() {}

    /** On one line; empty for what has no name. */
    public static String of(DomElement element) {
        return switch (element.getLocalName()) {
            case "sequenceFlow" -> way(element);
            case "rule" -> table(element) + ", row " + place(element);
            case "inputEntry", "outputEntry" -> cell(element);
            case "input", "output" -> table(element) + ", column " + column(element);
            case "inputExpression", "defaultOutputEntry" -> around(element);
            case "decisionTable" -> table(element);
            default -> named(element);
        };
    }

    private static String named(DomElement element) {
        return ModelFinding.oneLine(element.getAttribute("name"));
    }

    private static String way(DomElement flow) {
        String own = named(flow);
        String joined = end(flow, "sourceRef") + " \u2192 " + end(flow, "targetRef");
        return own.isEmpty() ? joined : joined + " (" + own + ")";
    }

    private static String end(DomElement flow, String attribute) {
        String id = flow.getAttribute(attribute);
        DomElement step = id == null ? null : flow.getDocument().getElementById(id);
        String name = step == null ? "" : named(step);
        return name.isEmpty() ? String.valueOf(id) : name;
    }

    private static String cell(DomElement cell) {
        DomElement rule = cell.getParentElement();
        DomElement table = rule == null ? null : rule.getParentElement();
        if (rule == null || table == null) {
            return "";
        }
        List<DomElement> columns = children(table, cell.getLocalName().equals("inputEntry") ? "input" : "output");
        int place = place(cell);
        String row = table(cell) + ", row " + place(rule);
        return place > columns.size() ? row : row + ", column " + column(columns.get(place - 1));
    }

    private static String column(DomElement column) {
        String label = ModelFinding.oneLine(column.getAttribute("label"));
        if (!label.isEmpty()) {
            return label;
        }
        String asked = children(column, "inputExpression").stream()
                .flatMap(expression -> children(expression, "text").stream())
                .map(text -> ModelFinding.oneLine(text.getTextContent()))
                .findFirst()
                .orElse("");
        return asked.isEmpty() ? named(column) : asked;
    }

    private static String around(DomElement element) {
        DomElement outer = element.getParentElement();
        return outer == null ? "" : of(outer);
    }

    /** The decision that it is in; its id while it has no name. */
    private static String table(DomElement element) {
        DomElement outer = element;
        while (outer != null && !outer.getLocalName().equals("decision")) {
            outer = outer.getParentElement();
        }
        if (outer == null) {
            return "";
        }
        String name = named(outer);
        return name.isEmpty() ? String.valueOf(outer.getAttribute("id")) : name;
    }

    /** From 1, among those of its kind. */
    private static int place(DomElement element) {
        DomElement outer = element.getParentElement();
        return outer == null ? 1 : children(outer, element.getLocalName()).indexOf(element) + 1;
    }

    private static List<DomElement> children(DomElement element, String name) {
        return element.getChildElements().stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }
}
