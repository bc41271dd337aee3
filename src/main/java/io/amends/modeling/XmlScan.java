package io.amends.modeling;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A first look at an XML file, before any parser builds something of it: nothing is fetched, nothing expanded, and it ends where a bound
 * is passed.
 */
final class XmlScan {

    static final int MOST_ELEMENTS = 20_000;
    static final int MOST_DEPTH = 50;

    private static final String MODELER = "save it anew with the Camunda Modeler";
    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/";
    private static final XMLInputFactory FACTORY = factory();

    private final String file;
    private final List<ModelFinding> findings = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int elements;
    private int depth;

    private XmlScan(String file) {
        this.file = file;
    }

    static List<ModelFinding> findings(String file, byte[] content) {
        XmlScan scan = new XmlScan(file);
        try {
            scan.read(content);
        } catch (XMLStreamException broken) {
            scan.find("cannot be read: " + FileWords.of(broken), MODELER);
        }
        return scan.findings;
    }

    /** Reads XML without fetching or expanding anything. */
    static XMLStreamReader reader(byte[] content) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
    }

    private void read(byte[] content) throws XMLStreamException {
        XMLStreamReader xml = reader(content);
        String encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !encoding.toUpperCase(Locale.ROOT).equals("UTF-8")) {
            find("is written in " + encoding + ", and not in UTF-8", MODELER);
            return;
        }
        while (findings.isEmpty() && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    find("has a document type (DOCTYPE), which may fetch files and fill the memory", "take it out");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    find("uses the entity '" + xml.getLocalName() + "'", "write the text itself");
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    find("has a processing instruction '" + xml.getPITarget() + "'", "take it out");
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // text and comments
                }
            }
        }
    }

    private void start(XMLStreamReader xml) {
        if (++elements > MOST_ELEMENTS) {
            find("has more than " + MOST_ELEMENTS + " elements", "cut it into several processes");
        }
        if (++depth > MOST_DEPTH) {
            find("is nested deeper than " + MOST_DEPTH + " levels", "cut it into several processes");
        }
        String namespace = xml.getNamespaceURI();
        if (XINCLUDE.equals(namespace)) {
            find("includes another file (XInclude)", "take it out");
        }
        String id = xml.getAttributeValue(null, "id");
        if (id != null && (namespace == null || !namespace.startsWith(CAMUNDA)) && !ids.add(id)) {
            String name = ModelFinding.oneLine(xml.getAttributeValue(null, "name"));
            findings.add(new ModelFinding(file, id, name, "two elements have this id", "give one of them another"));
        }
    }

    private void find(String what, String todo) {
        findings.add(ModelFinding.of(file, what, todo));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }
}
