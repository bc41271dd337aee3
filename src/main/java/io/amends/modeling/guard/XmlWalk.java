package io.amends.modeling.guard;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.xml.ModelInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Shows every element, attribute and text of an XML model to a visitor, so that no place is forgotten. */
final class XmlWalk {

    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private XmlWalk() {}

    interface Visitor {

        /** @return whether to go on with what is in the element */
        boolean element(Element element);

        default void attribute(Element element, Attr attribute) {}

        /** @param text all text directly in the element, without that of its children; never blank */
        default void text(Element element, String text) {}
    }

    static void walk(ModelInstance model, Visitor visitor) {
        Node root = model.getDocument().getDomSource().getNode();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                walk(element, visitor);
            }
        }
    }

    private static void walk(Element element, Visitor visitor) {
        if (!visitor.element(element)) {
            return;
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            // those that nobody wrote come from the schema
            if (attribute.getSpecified() && !XMLNS.equals(attribute.getNamespaceURI())) {
                visitor.attribute(element, attribute);
            }
        }
        String text = text(element);
        if (!text.isBlank()) {
            visitor.text(element, text);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                walk(inner, visitor);
            }
        }
    }

    /** The element itself and all that is in it, in the order of the file. */
    static List<Element> all(Element element) {
        List<Element> all = new ArrayList<>();
        collect(element, all);
        return all;
    }

    private static void collect(Element element, List<Element> all) {
        all.add(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, all);
            }
        }
    }

    static List<Element> children(Element element, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && local(inner).equals(name)) {
                children.add(inner);
            }
        }
        return children;
    }

    /** A comment in between does not part it: the engine reads on, too. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    static String namespace(Node node) {
        return node.getNamespaceURI() == null ? "" : node.getNamespaceURI();
    }

    static String local(Node node) {
        return node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
    }
}
