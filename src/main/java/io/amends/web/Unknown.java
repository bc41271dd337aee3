package io.amends.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** 404 for programs, with the field that names what there is not. */
public class Unknown extends ErrorResponseException {

    /** @param detail a sentence */
    public Unknown(String field, String detail) {
        super(HttpStatus.NOT_FOUND, problem(field, detail), null);
    }

    private static ProblemDetail problem(String field, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, detail);
        problem.setProperty("field", field);
        problem.setProperty("reason", "unknown");
        return problem;
    }
}
