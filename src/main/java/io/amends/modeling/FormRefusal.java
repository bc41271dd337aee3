package io.amends.modeling;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * A start or a completion that does not fit: names the field and the way out, and changes nothing.
 * It is the engine REST API's own kind of exception, so that every address answers it with 400.
 */
public class FormRefusal extends RestException {

    private final String field;
    private final String reason;

    public FormRefusal(String field, String reason) {
        super(Status.BAD_REQUEST, field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
