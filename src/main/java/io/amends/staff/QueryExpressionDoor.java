package io.amends.staff;

import io.amends.web.ReadRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses queries that bring expressions along before the engine reads them (CVE-2026-109432). Administrators may save a filter
 * with the few expressions of {@link QueryFunctions}.
 */
class QueryExpressionDoor extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(QueryExpressionDoor.class);
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private final QueryExpressions expressions = new QueryExpressions();
    private final QueryFunctions functions;
    private final ProblemWriter problems;

    QueryExpressionDoor(QueryFunctions functions, ProblemWriter problems) {
        this.functions = functions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Paths.ENGINE_REST.matches(request) && !Paths.CAMUNDA_API.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> parameter = queryNames(request).stream()
                .filter(QueryExpressions::isExpression)
                .findFirst();
        if (parameter.isPresent()) {
            refuse(response, parameter.get());
            return;
        }
        if (!mayHoldJson(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            problems.write(response, HttpStatus.PAYLOAD_TOO_LARGE, "At most 10 MB are taken", Map.of());
            return;
        }
        Optional<String> field;
        try {
            boolean savesFilter = isAdministrator() && isFilter(request);
            field = expressions.find(body, text -> savesFilter && functions.knows(text));
        } catch (IOException e) {
            problems.write(response, HttpStatus.BAD_REQUEST, "The body is not JSON", Map.of());
            return;
        }
        if (field.isPresent()) {
            refuse(response, field.get());
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    /** Read from the query itself: asking for parameters would swallow the body of a form. */
    private static List<String> queryNames(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8))
                        .toList();
    }

    private static boolean mayHoldJson(HttpServletRequest request) {
        String type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        return !Paths.reads(request)
                && !type.startsWith("multipart/")
                && !type.startsWith("application/x-www-form-urlencoded");
    }

    private static boolean isFilter(HttpServletRequest request) {
        String path = Paths.decoded(request);
        return path.endsWith("/filter/create")
                || ("PUT".equals(request.getMethod()) && path.matches(".*/filter/[^/]+"));
    }

    private static boolean isAdministrator() {
        return SecurityContextHolder.getContext().getAuthentication().getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals(Role.CAMUNDA_ADMIN.authority()));
    }

    private void refuse(HttpServletResponse response, String field) throws IOException {
        LOG.warn("Refused a query with an expression in {}", Refusals.harmless(field));
        problems.write(
                response,
                HttpStatus.BAD_REQUEST,
                "Expressions are not taken in queries",
                Map.of("field", field, "reason", "expressions are not taken in queries"));
    }
}
