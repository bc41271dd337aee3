package io.amends.casefile;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who looks at a case. */
record Reader(String userId, Set<String> groups) {

    private static final String ROLE = "ROLE_";

    static Reader of(Authentication authentication) {
        return new Reader(
                authentication.getName(),
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority != null && authority.startsWith(ROLE))
                        .map(authority -> authority.substring(ROLE.length()))
                        .collect(Collectors.toSet()));
    }

    boolean anyOf(Set<String> wanted) {
        return groups.stream().anyMatch(wanted::contains);
    }
}
