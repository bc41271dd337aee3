package io.amends.moving;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Who moves cases; whoever else opens the pages reads. */
final class MoveAccess {

    private MoveAccess() {}

    static boolean mayMove(Authentication signedIn) {
        return (has(signedIn, "ROLE_process-owners") || has(signedIn, "ROLE_camunda-admin"))
                && !has(signedIn, "ROLE_auditors");
    }

    static void check(Authentication signedIn) {
        if (!mayMove(signedIn)) {
            throw new AccessDeniedException("Only process owners and administrators move cases, and no auditor does");
        }
    }

    private static boolean has(Authentication signedIn, String role) {
        return signedIn.getAuthorities().stream().anyMatch(it -> role.equals(it.getAuthority()));
    }
}
