package io.amends.audit;

import io.amends.audit.XesTrace.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** An event log (IEEE 1849-2023, XES) that is sent while it is written, one trace after the other. */
final class XesFile {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
    /** What XML 1.0 has no way to write. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final String[][] EXTENSIONS = {
        {"Concept", "concept", "http://www.xes-standard.org/concept.xesext"},
        {"Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"},
        {"Organizational", "org", "http://www.xes-standard.org/org.xesext"},
        {"Time", "time", "http://www.xes-standard.org/time.xesext"},
        {"Cost", "cost", "http://www.xes-standard.org/cost.xesext"}
    };

    private final XMLStreamWriter xml;
    private final ZoneId zone;

    XesFile(OutputStream out, ZoneId zone) {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        this.zone = zone;
    }

    /** Writes; the reader's going away is told as what it is. */
    private interface Part {
        void write() throws XMLStreamException;
    }

    void begin(String name, Instant exported) throws IOException {
        write(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("log");
            xml.writeDefaultNamespace("http://www.xes-standard.org/");
            xml.writeAttribute("xes.version", "1849.2023");
            xml.writeAttribute("xes.features", "nested-attributes");
            for (String[] extension : EXTENSIONS) {
                line(1);
                xml.writeEmptyElement("extension");
                xml.writeAttribute("name", extension[0]);
                xml.writeAttribute("prefix", extension[1]);
                xml.writeAttribute("uri", extension[2]);
            }
            globals();
            classifier("Step", "concept:name");
            classifier("Activity", "concept:name lifecycle:transition");
            classifier("Resource", "org:resource");
            attribute(1, "string", "concept:name", name);
            attribute(1, "string", "lifecycle:model", "standard");
            attribute(1, "date", "exported", date(exported));
        });
    }

    void trace(XesTrace trace) {
        try {
            write(() -> {
                CaseRow row = trace.row();
                line(1);
                xml.writeStartElement("trace");
                attribute(2, "string", "concept:name", row.number());
                attribute(2, "string", "process", row.process());
                attribute(2, "string", "state", row.state());
                optional(2, "outcome", row.outcome());
                optional(2, "severity", row.severity());
                optional(2, "subject", row.subject());
                optional(2, "customer", row.customer());
                attribute(2, "date", "opened", date(row.openedAt()));
                Instant closed = row.closedAt();
                if (closed != null) {
                    attribute(2, "date", "closed", date(closed));
                }
                costs(trace);
                for (Event event : trace.events()) {
                    event(event);
                }
                line(1);
                xml.writeEndElement();
            });
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    void end() throws IOException {
        write(() -> {
            line(0);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        });
    }

    private void globals() throws XMLStreamException {
        line(1);
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "trace");
        attribute(2, "string", "concept:name", "unknown");
        attribute(2, "string", "process", "unknown");
        attribute(2, "string", "state", "unknown");
        line(1);
        xml.writeEndElement();
        line(1);
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "event");
        attribute(2, "string", "concept:name", "unknown");
        attribute(2, "string", "concept:instance", "unknown");
        attribute(2, "string", "lifecycle:transition", "complete");
        attribute(2, "string", "org:resource", XesEvents.NOBODY);
        attribute(2, "date", "time:timestamp", "1970-01-01T00:00:00.000+00:00");
        line(1);
        xml.writeEndElement();
    }

    private void event(Event event) throws XMLStreamException {
        line(2);
        xml.writeStartElement("event");
        attribute(3, "string", "concept:name", event.name());
        attribute(3, "string", "concept:instance", event.instance());
        attribute(3, "string", "lifecycle:transition", event.transition().code());
        attribute(3, "string", "org:resource", event.resource());
        optional(3, "org:group", event.group());
        attribute(3, "date", "time:timestamp", date(event.at()));
        attribute(3, "string", "step", event.step());
        attribute(3, "string", "process", event.process());
        attribute(3, "int", "version", Integer.toString(event.version()));
        line(2);
        xml.writeEndElement();
    }

    private void costs(XesTrace trace) throws XMLStreamException {
        if (trace.costs().isEmpty()) {
            return;
        }
        BigDecimal total = trace.costs().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        attribute(2, "float", "cost:total", total.toPlainString());
        attribute(2, "string", "cost:currency", trace.currency());
        line(2);
        xml.writeStartElement("list");
        xml.writeAttribute("key", "cost:drivers");
        line(3);
        xml.writeStartElement("values");
        xml.writeAttribute("key", "values");
        for (Map.Entry<String, BigDecimal> cost : new TreeMap<>(trace.costs()).entrySet()) {
            driver(cost.getKey(), cost.getValue());
        }
        line(3);
        xml.writeEndElement();
        line(2);
        xml.writeEndElement();
    }

    /** What a part of the total was for, as the extension has it. */
    private void driver(String name, BigDecimal amount) throws XMLStreamException {
        line(4);
        xml.writeStartElement("string");
        xml.writeAttribute("key", "cost:driver");
        xml.writeAttribute("value", name);
        attribute(5, "float", "cost:amount", amount.toPlainString());
        attribute(5, "string", "cost:type", name);
        line(4);
        xml.writeEndElement();
    }

    private void classifier(String name, String keys) throws XMLStreamException {
        line(1);
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", name);
        xml.writeAttribute("scope", "event");
        xml.writeAttribute("keys", keys);
    }

    private void optional(int depth, String key, @Nullable String value) throws XMLStreamException {
        if (value != null && !value.isEmpty()) {
            attribute(depth, "string", key, value);
        }
    }

    private void attribute(int depth, String type, String key, String value) throws XMLStreamException {
        line(depth);
        xml.writeEmptyElement(type);
        xml.writeAttribute("key", key);
        xml.writeAttribute("value", UNWRITABLE.matcher(value).replaceAll("\uFFFD"));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private String date(Instant at) {
        return DATE.format(at.atZone(zone));
    }

    private static void write(Part part) throws IOException {
        try {
            part.write();
        } catch (XMLStreamException failed) {
            throw failed.getCause() instanceof IOException gone ? gone : new IOException(failed);
        }
    }
}
