package io.amends.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** What is answered, and logged, when somebody may not: in words for pages, as a problem document for everything else. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int LONGEST_PATH = 120;

    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    /** A call without a sign-in, or with a wrong one. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyTriesException tooMany) {
            tooManyTries(request, response, tooMany);
            return;
        }
        log(request, HttpStatus.UNAUTHORIZED);
        if (!isFromBrowser(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Amends\", charset=\"UTF-8\"");
        }
        problems.write(
                response, HttpStatus.UNAUTHORIZED, "Sign in first; name or password is missing or wrong", Map.of());
    }

    /** A browser would keep the password of a challenge and send it along for any other site's request. */
    private static boolean isFromBrowser(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Mode") != null || Paths.asksForPage(request);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        log(request, HttpStatus.FORBIDDEN);
        if (response.isCommitted()) {
            return;
        }
        if (Paths.asksForPage(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, "Your roles do not allow this", Map.of());
        }
    }

    /** A failed try at the sign-in page. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof TooManyTriesException tooMany) {
            tooManyTries(request, response, tooMany);
            return;
        }
        log(request, HttpStatus.UNAUTHORIZED);
        response.sendRedirect(request.getContextPath() + "/sign-in?refused");
    }

    private void tooManyTries(HttpServletRequest request, HttpServletResponse response, TooManyTriesException why)
            throws IOException {
        log(request, HttpStatus.TOO_MANY_REQUESTS);
        long seconds = why.retryAfterSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        if (Paths.asksForPage(request)) {
            request.setAttribute(ErrorPages.RETRY_AFTER_SECONDS, seconds);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            problems.write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many failed sign-ins; try again in " + seconds + " seconds",
                    Map.of("retryAfterSeconds", seconds));
        }
    }

    /** Roles say enough to judge a refusal; names, tokens and line breaks stay out of the log. */
    private static void log(HttpServletRequest request, HttpStatus status) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "Refused with {}: {} {} for {}",
                    status.value(),
                    harmless(request.getMethod()),
                    Paths.LETTER_LINKS.matches(request) ? "/r/…" : harmless(request.getRequestURI()),
                    roles(SecurityContextHolder.getContext().getAuthentication()));
        }
    }

    static String harmless(String text) {
        String cleaned = text.replaceAll("[^A-Za-z0-9/._-]", "?");
        return cleaned.length() <= LONGEST_PATH ? cleaned : cleaned.substring(0, LONGEST_PATH) + "…";
    }

    private static String roles(@Nullable Authentication who) {
        return who == null
                ? "nobody"
                : who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.joining(", "));
    }
}
