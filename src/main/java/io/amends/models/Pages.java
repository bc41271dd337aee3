package io.amends.models;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;

/** What the pages of models share. */
final class Pages {

    /** The viewer of diagrams writes style attributes; nothing else differs from our other pages. */
    private static final String WITH_DIAGRAMS =
            "default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:;"
                    + " frame-ancestors 'self'; object-src 'none'; base-uri 'self'; form-action 'self'";

    private Pages() {}

    static void withDiagrams(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", WITH_DIAGRAMS);
    }

    static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "models/unknown";
    }
}
