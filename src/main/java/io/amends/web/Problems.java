package io.amends.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.amends.modeling.FormRefusal;
import io.amends.modeling.FormRefusal.Finding;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Refusals as problem documents (RFC 9457) that name the field and the reason. Whoever looks at a page gets the error
 * page instead.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class Problems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> refused(FormRefusal refusal, WebRequest request) {
        return answer(refusal, refused(refusal.findings()), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> tooLarge(BodyTooLarge tooLarge, WebRequest request) {
        return answer(tooLarge, tooLarge(tooLarge.limit()), request);
    }

    static ProblemDetail tooLarge(long limit) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than %d bytes".formatted(limit));
        problem.setProperty("reason", "is larger than %d bytes".formatted(limit));
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return answer(tooLarge, tooLarge(tooLarge.limit()), request);
            }
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return refusal(unreadable, path(unknown), "is not known here", request);
            }
            if (cause instanceof JsonMappingException mistyped
                    && !path(mistyped).isEmpty()) {
                return refusal(unreadable, path(mistyped), "is not of the right type", request);
            }
        }
        return refusal(unreadable, "body", "is missing or is not well-formed JSON", request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mistyped, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var field = mistyped instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mistyped.getPropertyName());
        return refusal(mistyped, field, "is not of the right type", request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return refusal(missing, missing.getParameterName(), "is missing", request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return refusal(missing, missing.getRequestPartName(), "is missing", request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(cause instanceof FormRefusal)
                && request instanceof ServletWebRequest web
                && web.getResponse() != null
                && !web.getResponse().isCommitted()
                && looksAtAPage(web.getRequest())) {
            try {
                web.getResponse().sendError(status.value());
                return null;
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        return super.handleExceptionInternal(cause, body, headers, status, request);
    }

    private static boolean looksAtAPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI()
                        .substring(request.getContextPath().length())
                        .startsWith("/api/");
    }

    private @Nullable ResponseEntity<Object> refusal(Exception cause, String field, String reason, WebRequest request) {
        return answer(cause, refused(List.of(new Finding(field, reason))), request);
    }

    private @Nullable ResponseEntity<Object> answer(Exception cause, ProblemDetail problem, WebRequest request) {
        return handleExceptionInternal(
                cause, problem, new HttpHeaders(), HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    private static ProblemDetail refused(List<Finding> findings) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                findings.stream().map(f -> f.field() + " " + f.reason()).collect(Collectors.joining("; ")));
        problem.setProperty("field", findings.get(0).field());
        problem.setProperty("reason", findings.get(0).reason());
        problem.setProperty("errors", findings);
        return problem;
    }

    private static String path(JsonMappingException mistyped) {
        return mistyped.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
