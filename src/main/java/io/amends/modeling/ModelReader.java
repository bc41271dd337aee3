package io.amends.modeling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.core.NestedExceptionUtils;

/** Turns files into models; what cannot be read is a finding. */
final class ModelReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String AGAIN = "open it in the Camunda Modeler, put it right and save it again";

    private final Map<String, BpmnModelInstance> diagrams = new TreeMap<>();
    private final Map<String, DmnModelInstance> tables = new TreeMap<>();
    private final Map<String, JsonNode> forms = new TreeMap<>();
    private final List<ModelFinding> findings = new ArrayList<>();

    void read(String name, byte[] content) {
        if (endsWith(name, BpmnDeployer.BPMN_RESOURCE_SUFFIXES)) {
            xml(name, content, Bpmn::readModelFromStream, diagrams);
        } else if (endsWith(name, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)) {
            xml(name, content, Dmn::readModelFromStream, tables);
        } else if (name.endsWith(".form")) {
            form(name, content);
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

    private <T> void xml(String name, byte[] content, Function<InputStream, T> reader, Map<String, T> models) {
        try {
            models.put(name, reader.apply(new ByteArrayInputStream(content)));
        } catch (ModelException unreadable) {
            findings.add(ModelFinding.of(
                    name,
                    "cannot be read: "
                            + NestedExceptionUtils.getMostSpecificCause(unreadable)
                                    .getMessage(),
                    AGAIN));
        }
    }

    private void form(String name, byte[] content) {
        try {
            forms.put(name, JSON.readTree(content));
        } catch (JsonProcessingException broken) {
            findings.add(ModelFinding.of(name, "is no JSON: " + broken.getOriginalMessage(), AGAIN));
        } catch (IOException unreadable) {
            findings.add(ModelFinding.of(name, "cannot be read: " + unreadable.getMessage(), AGAIN));
        }
    }

    private static boolean endsWith(String name, String[] endings) {
        return Stream.of(endings).anyMatch(name::endsWith);
    }
}
