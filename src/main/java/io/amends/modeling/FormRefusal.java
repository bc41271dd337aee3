package io.amends.modeling;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;

/**
 * A start or a completion that does not fit: names every bad field and the way out, and changes nothing.
 * It is the engine REST API's own kind of exception, so that every address answers it with 400.
 */
public class FormRefusal extends RestException {

    private final transient List<Finding> findings;

    public FormRefusal(String field, String reason) {
        this(List.of(new Finding(field, reason)));
    }

    /** @param findings at least one, in the order of the form */
    public FormRefusal(List<Finding> findings) {
        this(findings, findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
    }

    /** @param message what people read instead of the findings one after the other; pages may show it as HTML */
    protected FormRefusal(List<Finding> findings, String message) {
        super(Status.BAD_REQUEST, message);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("A refusal names at least one field");
        }
        this.findings = List.copyOf(findings);
    }

    /** The first bad field. */
    public String field() {
        return findings.get(0).field();
    }

    /** What is wrong with the first bad field. */
    public String reason() {
        return findings.get(0).reason();
    }

    /** Everything that is wrong; never empty. */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * One bad field.
     *
     * @param field its key
     * @param reason continues the sentence that the field's name begins: "is required"
     * @param label what people read beside the field, or null when unknown
     */
    public record Finding(
            String field, String reason, @Nullable String label) {

        public Finding(String field, String reason) {
            this(field, reason, null);
        }

        @Override
        public String toString() {
            return field + ": " + reason + (label == null ? "" : " (" + label + ")");
        }
    }
}
