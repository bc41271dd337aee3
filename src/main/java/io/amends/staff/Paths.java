package io.amends.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which address a request goes to. */
final class Paths {

    private static final PathPatternRequestMatcher.Builder PATTERNS = PathPatternRequestMatcher.withDefaults();

    static final RequestMatcher ENGINE_REST = any("/engine-rest/**");
    static final RequestMatcher CAMUNDA = any("/camunda/**");
    static final RequestMatcher CAMUNDA_API = any("/camunda/api/**");
    static final RequestMatcher API = any("/api/**", "/api-docs/**", "/demo/**", "/actuator/**");
    static final RequestMatcher LETTER_LINKS = any("/r/**");
    static final RequestMatcher CUSTOMERS = any("/complain", "/complain/**", "/r/**");
    static final RequestMatcher SWAGGER = any("/swagger-ui/**", "/swagger-ui.html");
    static final RequestMatcher STATIC = any("/css/**", "/js/**", "/webjars/**", "/favicon.ico", "/favicon.svg");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private Paths() {}

    static RequestMatcher any(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(PATTERNS::matcher)
                .map(RequestMatcher.class::cast)
                .toList());
    }

    static RequestMatcher any(HttpMethod method, String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(pattern -> PATTERNS.matcher(method, pattern))
                .map(RequestMatcher.class::cast)
                .toList());
    }

    /** The path as the servlets see it: decoded, without parameters. */
    static String decoded(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    /** Whether the request asks for something and changes nothing. */
    static boolean reads(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    static boolean asksForPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }
}
