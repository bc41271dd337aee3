package io.amends.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who acts, so that it checks what they may and its operation log names them, and keeps roles fresh. Camunda's
 * own pages tell the engine themselves; on pages for customers the customer acts, whoever is signed in beside.
 */
class ActingPerson extends OncePerRequestFilter {

    private final IdentityService identityService;
    private final StaffDirectory directory;

    ActingPerson(IdentityService identityService, StaffDirectory directory) {
        this.identityService = identityService;
        this.directory = directory;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || who instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        Optional<List<String>> groups = directory.groupsOf(who.getName());
        if (groups.isEmpty()) {
            signOut(request);
            chain.doFilter(request, response);
            return;
        }
        refresh(who, StaffDirectory.authorities(groups.get()));
        if (Paths.CAMUNDA.matches(request) || Paths.CUSTOMERS.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        identityService.setAuthentication(who.getName(), groups.get());
        try {
            chain.doFilter(request, response);
        } finally {
            identityService.clearAuthentication();
        }
    }

    private static void refresh(Authentication who, List<GrantedAuthority> now) {
        if (!Set.copyOf(who.getAuthorities()).equals(Set.copyOf(now))) {
            UsernamePasswordAuthenticationToken fresh =
                    UsernamePasswordAuthenticationToken.authenticated(who.getPrincipal(), null, now);
            fresh.setDetails(who.getDetails());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(fresh);
            SecurityContextHolder.setContext(context);
        }
    }

    private static void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
