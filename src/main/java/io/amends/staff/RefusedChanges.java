package io.amends.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells of each change that was refused, whether by a role, by a door behind it, or by the engine's own grants. */
class RefusedChanges extends OncePerRequestFilter {

    private final ApplicationEventPublisher events;

    RefusedChanges(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Paths.reads(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        try {
            chain.doFilter(request, response);
        } catch (AccessDeniedException refused) {
            tell(who, request);
            throw refused;
        }
        if (response.getStatus() == HttpStatus.FORBIDDEN.value()) {
            tell(who, request);
        }
    }

    private void tell(Authentication who, HttpServletRequest request) {
        if (who == null || who instanceof AnonymousAuthenticationToken) {
            return;
        }
        events.publishEvent(new ChangeRefused(
                who.getName(),
                who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toUnmodifiableSet()),
                request.getMethod(),
                Paths.decoded(request)));
    }
}
