package io.amends.audit;

import java.io.StringReader;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/** The schema of IEEE 1849, which leaves the namespace open; here with the one that the standard's files have. */
public final class XesSchema {

    private static final String NAMESPACE = "http://www.xes-standard.org/";

    private XesSchema() {}

    /** @throws org.xml.sax.SAXException when it is no event log of the standard */
    public static void check(String xes) throws Exception {
        URL standard =
                Objects.requireNonNull(XesSchema.class.getResource("/xes-ieee-1849-2016.xsd"), "The schema is missing");
        String inNamespace = """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="%s" elementFormDefault="qualified">
                <xs:include schemaLocation="%s"/></xs:schema>""".formatted(NAMESPACE, standard);
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(inNamespace)));
        schema.newValidator().validate(new StreamSource(new StringReader(xes)));
    }
}
