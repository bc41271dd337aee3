package io.amends.staff;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What went wrong, in plain words: a page for people, a problem document for programs. */
@Controller
class ErrorPages implements ErrorController {

    static final String RETRY_AFTER_SECONDS = "io.amends.retryAfterSeconds";
    private static final Set<Integer> OWN_WORDS = Set.of(403, 404, 429);

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        HttpStatus status = status(request);
        if (!Paths.asksForPage(request)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatus(status));
        }
        ModelAndView page = new ModelAndView("error/" + (OWN_WORDS.contains(status.value()) ? status.value() : 500));
        page.setStatus(status);
        page.addObject("retryAfterSeconds", request.getAttribute(RETRY_AFTER_SECONDS));
        return page;
    }

    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
