package io.amends.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Auditors change nothing through the engine, whatever its own grants leave open: signals, locks, settings. A question may be sent as
 * a POST; these are named, so that whatever else is sent is refused. Their own password they may change.
 */
class ReadOnlyDoor extends OncePerRequestFilter {

    private static final Pattern QUESTION = Pattern.compile(".*/(?:engine-rest|engine)/(?:engine/)?(?:[^/]+/)?(?:"
            + "(?:history/)?(?:task|process-instance|activity-instance|variable-instance|execution|job|external-task"
            + "|incident|detail|decision-instance|batch|case-instance|case-execution)(?:/count)?"
            + "|filter/[^/]+/(?:list|count|singleResult)"
            + "|identity/password-policy)");
    private static final Pattern COCKPIT = Pattern.compile(".*/camunda/api/cockpit/plugin/.*");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Paths.reads(request) || (!Paths.ENGINE_REST.matches(request) && !Paths.CAMUNDA_API.matches(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean auditor = who != null
                && who.getAuthorities().stream()
                        .anyMatch(one -> Role.AUDITORS.authority().equals(one.getAuthority()));
        if (auditor && !asks(request) && !ownPassword(request, who.getName())) {
            throw new AccessDeniedException("Auditors change nothing");
        }
        chain.doFilter(request, response);
    }

    private static boolean asks(HttpServletRequest request) {
        String path = Paths.decoded(request);
        return "POST".equals(request.getMethod())
                && (QUESTION.matcher(path).matches() || COCKPIT.matcher(path).matches());
    }

    private static boolean ownPassword(HttpServletRequest request, String userId) {
        return "PUT".equals(request.getMethod()) && Paths.decoded(request).endsWith("/user/" + userId + "/credentials");
    }
}
