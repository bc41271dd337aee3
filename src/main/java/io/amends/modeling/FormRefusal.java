package io.amends.modeling;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * A start or a completion that does not fit: names each field and the way out, and changes nothing.
 * It is the engine REST API's own kind of exception, so that every address answers it with 400.
 */
public class FormRefusal extends RestException {

    private final transient List<Finding> findings;

    public FormRefusal(String field, String reason) {
        this(List.of(new Finding(field, reason)));
    }

    /** @param findings at least one, in the order of the form */
    public FormRefusal(List<Finding> findings) {
        super(
                Status.BAD_REQUEST,
                findings.stream().map(f -> f.field() + ": " + f.reason()).collect(Collectors.joining("; ")));
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("A refusal needs a reason");
        }
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    /** The first field that does not fit. */
    public String field() {
        return findings.get(0).field();
    }

    public String reason() {
        return findings.get(0).reason();
    }

    /** One field and why it cannot be taken, in words for whoever typed it. */
    public record Finding(String field, String reason) {}
}
