package io.amends.audit;

import io.amends.web.ReadRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes down what auditors open before they see it: without a row there is no page. It stands behind the sign-in, so that it
 * knows who somebody is and hears of nothing that was refused.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class ReadingFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingFilter.class);
    private static final String AUDITOR = "ROLE_auditors";

    private static final Pattern CASE_NUMBER = Pattern.compile("\\b(CMP|LCR|MCR)-\\d{4}-\\d{6,9}\\b");
    private static final Pattern ENGINE_ID =
            Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    /** What shows nothing of a case: files of the pages, how far an export is, and who is signed in. */
    private static final Pattern NOTHING = Pattern.compile(
            "/|/sign-in|/sign-out|/error|/favicon.*|/(css|js|webjars|swagger-ui|api-docs)(/.*)?"
                    + "|/swagger-ui.html|/audit/exports/.*|/actuator/.*|/demo/.*|/complain.*|/r/.*"
                    + "|/camunda/(lib|assets)/.*|/camunda/app/.*\\.[a-z0-9]{2,5}|/camunda/api/admin/auth/.*|/camunda/favicon.ico");

    private static final Set<String> HIDDEN = Set.of("_csrf", "password", "export");
    private static final int LARGEST_QUESTION = 65_536;

    private final ReadingLog log;

    ReadingFilter(ReadingLog log) {
        this.log = log;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                || !isAuditor()
                || NOTHING.matcher(path(request)).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = path(request);
        HttpServletRequest asked = asksInItsBody(request)
                ? new ReadRequest(request, request.getInputStream().readNBytes(LARGEST_QUESTION))
                : request;
        String terms = terms(asked);
        try {
            log.add(
                    SecurityContextHolder.getContext().getAuthentication().getName(),
                    ReadingKind.at(path),
                    caseNumber(path, terms).orElse(null),
                    path,
                    terms);
        } catch (DataAccessException | TransactionException notWritten) {
            LOG.error("What an auditor opens cannot be written down, so it is not shown", notWritten);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        chain.doFilter(asked, response);
    }

    private static boolean isAuditor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getAuthorities().stream().anyMatch(one -> AUDITOR.equals(one.getAuthority()));
    }

    private Optional<String> caseNumber(String path, @Nullable String terms) {
        for (String text : new String[] {path, terms == null ? "" : terms}) {
            Matcher number = CASE_NUMBER.matcher(text);
            if (number.find()) {
                return Optional.of(number.group());
            }
        }
        Matcher engine = ENGINE_ID.matcher(path + " " + (terms == null ? "" : terms));
        return engine.find() ? log.caseOf(engine.group()) : Optional.empty();
    }

    private static @Nullable String terms(HttpServletRequest request) {
        String asked = request instanceof ReadRequest read
                ? read.text()
                : request.getParameterMap().entrySet().stream()
                        .filter(one -> !HIDDEN.contains(one.getKey().toLowerCase(Locale.ROOT)))
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(one -> List.of(one.getValue()).stream()
                                .filter(value -> !value.isBlank())
                                .map(value -> one.getKey() + "=" + value))
                        .collect(Collectors.joining(", "));
        if (request instanceof ReadRequest && request.getQueryString() != null) {
            asked = request.getQueryString() + " " + asked;
        }
        return asked.isBlank() ? null : asked.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** The engine's queries are sent as JSON. */
    private static boolean asksInItsBody(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith("application/json")
                && request.getContentLengthLong() > 0
                && request.getContentLengthLong() <= LARGEST_QUESTION;
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = request.getServletPath() + (info == null ? "" : info);
        return path.isEmpty() ? "/" : path;
    }
}
