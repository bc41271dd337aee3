package io.amends.staff;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who checks and deploys models, tries changed ones and moves running cases. The others who open their pages read, and so does who is
 * also an auditor.
 */
public final class ModelKeepers {

    private static final Set<String> KEEPERS =
            Navigation.MODEL_KEEPERS.stream().map(Role::authority).collect(Collectors.toUnmodifiableSet());

    private ModelKeepers() {}

    public static boolean include(Authentication signedIn) {
        Set<String> authorities = signedIn.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return !authorities.contains(Role.AUDITORS.authority())
                && authorities.stream().anyMatch(KEEPERS::contains);
    }

    /** @throws AccessDeniedException for whoever only reads */
    public static void check(Authentication signedIn) {
        if (!include(signedIn)) {
            throw new AccessDeniedException("Only process owners and administrators do this, and no auditor does");
        }
    }
}
