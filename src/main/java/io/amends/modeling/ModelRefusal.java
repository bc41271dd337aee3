package io.amends.modeling;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * Models that are not deployed: names everything that is wrong with them at once, and changes nothing. It is the engine REST API's own
 * kind of exception, so that the Modeler and every other client are answered with 400.
 */
public class ModelRefusal extends RestException {

    private final transient List<ModelFinding> findings;

    /** @param findings at least one */
    public ModelRefusal(List<ModelFinding> findings) {
        super(
                Status.BAD_REQUEST,
                findings.stream()
                        .map(ModelFinding::toString)
                        .collect(Collectors.joining("\n", "These models are not deployed:\n", "")));
        this.findings = List.copyOf(findings);
    }

    /** Everything that is wrong; never empty. */
    public List<ModelFinding> findings() {
        return findings;
    }
}
