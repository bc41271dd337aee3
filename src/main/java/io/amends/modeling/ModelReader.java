package io.amends.modeling;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;

/** Turns files into models; what cannot be read is a finding. */
final class ModelReader {

    static final int MOST_BYTES = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(XmlScan.MOST_DEPTH)
                            .build())
                    .build())
            // a name that stands there twice would be one thing for the check and another for the browser
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** At most one folder, as in {@code processes/} and {@code forms/}. */
    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9-]{0,59}/)?[A-Za-z0-9][A-Za-z0-9-]{0,59}\\.(bpmn|dmn|form)");

    private static final String AGAIN = "open it in the Camunda Modeler, put it right and save it again";

    private final Map<String, BpmnModelInstance> diagrams = new TreeMap<>();
    private final Map<String, DmnModelInstance> tables = new TreeMap<>();
    private final Map<String, JsonNode> forms = new TreeMap<>();
    private final List<ModelFinding> findings = new ArrayList<>();

    void read(String name, byte[] content) {
        if (!NAME.matcher(name).matches()) {
            findings.add(
                    ModelFinding.of(
                            name,
                            "is no name of a model",
                            "name it in letters, digits and hyphens, such as complaint.bpmn, complaint-clocks.dmn or close-case.form"));
        } else if (content.length > MOST_BYTES) {
            findings.add(ModelFinding.of(
                    name,
                    "is larger than " + MOST_BYTES / 1000 + " kB",
                    "cut it into several, and leave pictures out"));
        } else if (name.endsWith(".form")) {
            form(name, content);
        } else {
            List<ModelFinding> atFirstSight = XmlScan.findings(name, content);
            if (!atFirstSight.isEmpty()) {
                findings.addAll(atFirstSight);
            } else if (name.endsWith(".bpmn")) {
                xml(name, content, BpmnModelInstance.class, Bpmn::readModelFromStream, diagrams);
            } else {
                xml(name, content, DmnModelInstance.class, Dmn::readModelFromStream, tables);
            }
        }
    }

    Map<String, BpmnModelInstance> diagrams() {
        return diagrams;
    }

    Map<String, DmnModelInstance> tables() {
        return tables;
    }

    Map<String, JsonNode> forms() {
        return forms;
    }

    List<ModelFinding> findings() {
        return findings;
    }

    private <T> void xml(
            String name, byte[] content, Class<T> type, Function<InputStream, T> reader, Map<String, T> models) {
        try {
            models.put(name, ReadModels.read(content, type, reader));
        } catch (ModelException unreadable) {
            findings.add(ModelFinding.of(name, "cannot be read: " + FileWords.of(unreadable, content), AGAIN));
        }
    }

    private void form(String name, byte[] content) {
        try {
            forms.put(name, JSON.readTree(content));
        } catch (JsonProcessingException broken) {
            findings.add(ModelFinding.of(name, "is no JSON: " + FileWords.of(broken), AGAIN));
        } catch (IOException unreadable) {
            findings.add(ModelFinding.of(name, "cannot be read: " + unreadable.getMessage(), AGAIN));
        }
    }
}
