package io.amends.whatif;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Who tries changed tables: who may deploy them. */
final class WhatIfAccess {

    private WhatIfAccess() {}

    static boolean mayTry(Authentication signedIn) {
        return (has(signedIn, "ROLE_process-owners") || has(signedIn, "ROLE_camunda-admin"))
                && !has(signedIn, "ROLE_auditors");
    }

    static void check(Authentication signedIn) {
        if (!mayTry(signedIn)) {
            throw new AccessDeniedException("Only process owners and administrators try changed tables");
        }
    }

    private static boolean has(Authentication signedIn, String authority) {
        return signedIn.getAuthorities().stream().anyMatch(granted -> authority.equals(granted.getAuthority()));
    }
}
