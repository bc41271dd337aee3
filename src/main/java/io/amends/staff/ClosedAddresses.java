package io.amends.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Addresses of the engine that nobody needs and that open a way around the sign-in: the set-up of a first administrator
 * (CVE-2026-77226), the engine's own password checks, where tries would not be counted, and the engine's own moving of running cases,
 * which neither compares the steps nor tells the record: page {@code /models} does.
 */
class ClosedAddresses extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = Paths.decoded(request).toLowerCase(Locale.ROOT);
        if (isClosed(path)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (moves(path)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isClosed(String path) {
        if (!path.startsWith("/camunda") && !path.startsWith("/engine-rest")) {
            return false;
        }
        List<String> parts = List.of(path.split("/+"));
        return parts.contains("setup")
                || (parts.contains("auth") && parts.contains("login"))
                || (parts.contains("identity") && parts.contains("verify"));
    }

    private static boolean moves(String path) {
        List<String> parts = List.of(path.split("/+"));
        return parts.contains("migration") && (parts.contains("execute") || parts.contains("executeasync"));
    }
}
