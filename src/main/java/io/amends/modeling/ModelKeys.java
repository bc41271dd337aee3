package io.amends.modeling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a file defines, read without a model: ids of processes, tables or a form. Nothing outside of the file is looked up. */
final class ModelKeys {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> DEFINING = Set.of("process", "decision");

    private ModelKeys() {}

    /** @return none for a file that cannot be read; the guard says why */
    static Set<String> of(String name, byte[] content) {
        if (name.endsWith(".form")) {
            return form(content);
        }
        return name.endsWith(".bpmn") || name.endsWith(".dmn") ? xml(content, DEFINING, "id") : Set.of();
    }

    /** Forms and tables that a diagram names. */
    static Set<String> named(byte[] diagram) {
        Set<String> named = new LinkedHashSet<>();
        named.addAll(xml(diagram, Set.of("userTask", "startEvent"), "formRef"));
        named.addAll(xml(diagram, Set.of("businessRuleTask"), "decisionRef"));
        return named;
    }

    private static Set<String> form(byte[] content) {
        try {
            JsonNode id = JSON.readTree(content).path("id");
            return id.isTextual() ? Set.of(id.asText()) : Set.of();
        } catch (IOException unreadable) {
            return Set.of();
        }
    }

    private static Set<String> xml(byte[] content, Set<String> elements, String attribute) {
        Set<String> found = new LinkedHashSet<>();
        try {
            XMLStreamReader reader = XmlScan.reader(content);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && elements.contains(reader.getLocalName())) {
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        if (attribute.equals(reader.getAttributeLocalName(i))) {
                            found.add(reader.getAttributeValue(i));
                        }
                    }
                }
            }
            return found;
        } catch (XMLStreamException unreadable) {
            return Set.of();
        }
    }
}
