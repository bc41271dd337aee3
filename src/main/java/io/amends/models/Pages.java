package io.amends.models;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** What the pages of models share. */
final class Pages {

    /** The viewer of diagrams writes style attributes; nothing else differs from our other pages. */
    private static final String WITH_DIAGRAMS =
            "default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:;"
                    + " frame-ancestors 'self'; object-src 'none'; base-uri 'self'; form-action 'self'";

    private static final Set<String> KEEPERS = Set.of("ROLE_process-owners", "ROLE_camunda-admin");

    private Pages() {}

    static void withDiagrams(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", WITH_DIAGRAMS);
    }

    /** Whether they deploy; the others read. */
    static boolean mayDeploy(Authentication signedIn) {
        return signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(KEEPERS::contains);
    }

    static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "models/unknown";
    }
}
