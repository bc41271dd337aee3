package io.amends.modeling.guard;

import io.amends.modeling.ElementName;
import org.camunda.bpm.model.xml.impl.instance.DomElementImpl;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Where in an XML model something stands.
 *
 * @param file as it was to be deployed
 * @param id of the element, or of the nearest around it that has one
 * @param name of the same element, or empty
 */
record Spot(String file, String id, String name) {

    static Spot of(String file, Node node) {
        for (Node around = node; around != null; around = around.getParentNode()) {
            // what kind of event it is people see at the event
            if (around instanceof Element element
                    && element.hasAttribute("id")
                    && !XmlWalk.local(element).endsWith("EventDefinition")) {
                return new Spot(file, element.getAttribute("id"), ElementName.of(new DomElementImpl(element)));
            }
        }
        return new Spot(file, "", "");
    }
}
