package io.amends.models;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** What the pages of models share. */
final class Pages {

    /** The viewer of diagrams writes style attributes; nothing else differs from our other pages. */
    private static final String WITH_DIAGRAMS =
            "default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:;"
                    + " frame-ancestors 'self'; object-src 'none'; base-uri 'self'; form-action 'self'";

    private static final Set<String> KEEPERS = Set.of("ROLE_process-owners", "ROLE_camunda-admin");

    private static final String AUDITORS = "ROLE_auditors";

    private Pages() {}

    static void withDiagrams(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", WITH_DIAGRAMS);
    }

    /** Whether they deploy; the others read, and so does who is also an auditor. */
    static boolean mayDeploy(Authentication signedIn) {
        Set<String> roles = signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return !roles.contains(AUDITORS) && roles.stream().anyMatch(KEEPERS::contains);
    }

    /** @throws AccessDeniedException for whoever only reads */
    static void onlyKeepers(Authentication signedIn) {
        if (!mayDeploy(signedIn)) {
            throw new AccessDeniedException("Only process owners and administrators check and deploy models");
        }
    }

    static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "models/unknown";
    }
}
