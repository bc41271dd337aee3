package io.amends.audit;

import io.amends.web.ReadRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
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
    static final String AUDITOR = "ROLE_auditors";

    /** What shows nothing of a case: files of the pages, how far an export is, and who is signed in. */
    private static final Pattern NOTHING = Pattern.compile(
            "/|/sign-in|/sign-out|/error|/favicon.*|/(css|js|webjars|swagger-ui|api-docs)(/.*)?"
                    + "|/swagger-ui.html|/audit/exports/.*|/actuator/.*|/demo/.*|/complain.*|/r/.*"
                    + "|/camunda/(lib|assets)/.*|/camunda/app/.*\\.[a-z0-9]{2,5}|/camunda/api/admin/auth/.*|/camunda/favicon.ico");

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
        String terms = AskedWords.of(path, asked);
        try {
            log.add(
                    SecurityContextHolder.getContext().getAuthentication().getName(),
                    ReadingKind.at(path),
                    log.caseIn(path, terms == null ? "" : terms).orElse(null),
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
