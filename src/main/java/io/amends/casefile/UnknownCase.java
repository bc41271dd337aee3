package io.amends.casefile;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The same answer, 404, for a case that does not exist and for one that is none of the reader's business. */
public final class UnknownCase extends ErrorResponseException {

    public UnknownCase() {
        super(HttpStatus.NOT_FOUND, problem(), null);
    }

    private static ProblemDetail problem() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "There is no such case, or it is not yours to read.");
        problem.setType(URI.create("about:blank"));
        problem.setProperty("field", "caseNumber");
        problem.setProperty("reason", "unknown");
        return problem;
    }
}
