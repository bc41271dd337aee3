package io.amends.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address that does not exist is answered with a page when a person asked, where Spring would show a problem document. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> noSuchAddress(
            NoResourceFoundException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(request, response, e.getStatusCode().value(), e.getBody());
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> wrongMethod(
            HttpRequestMethodNotSupportedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(request, response, e.getStatusCode().value(), e.getBody());
    }

    private static @Nullable ResponseEntity<ProblemDetail> answer(
            HttpServletRequest request, HttpServletResponse response, int status, ProblemDetail problem)
            throws IOException {
        if (Paths.asksForPage(request)) {
            response.sendError(status);
            return null;
        }
        return ResponseEntity.of(problem).build();
    }
}
