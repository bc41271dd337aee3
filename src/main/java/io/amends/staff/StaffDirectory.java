package io.amends.staff;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The groups of whoever acts, at most a minute old: a change of roles needs no new sign-in. */
@Component
class StaffDirectory {

    private final LoadingCache<String, Optional<List<String>>> groups;

    StaffDirectory(EnginePeople people) {
        groups = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build(userId -> people.person(userId).map(person -> people.groupsOf(userId)));
    }

    /** Groups, or empty when the account is gone. */
    Optional<List<String>> groupsOf(String userId) {
        return groups.get(userId);
    }

    static List<GrantedAuthority> authorities(List<String> groups) {
        return Role.among(groups).stream()
                .map(Role::authority)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }

    /** For tests and for what changes accounts itself. */
    void forget() {
        groups.invalidateAll();
    }
}
