package io.amends.web;

import jakarta.servlet.http.HttpServletResponse;

/** What a browser may load, run and send on our pages ({@code Content-Security-Policy}). */
public final class PagePolicy {

    /** Only what comes from here as a file. */
    public static final String OWN =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'self'; object-src 'none'; base-uri 'self'; form-action 'self'";

    /** The viewer of diagrams writes style attributes. */
    private static final String WITH_DIAGRAMS = OWN + "; style-src-attr 'unsafe-inline'";

    private PagePolicy() {}

    /** For a page that draws diagrams. */
    public static void withDiagrams(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", WITH_DIAGRAMS);
    }
}
