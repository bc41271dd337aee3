package io.amends.staff;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks a name and a password against the engine's people; unknown names and wrong passwords look alike. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final IdentityService identityService;
    private final EnginePeople people;
    private final SignInThrottle throttle;

    PasswordSignIn(IdentityService identityService, EnginePeople people, SignInThrottle throttle) {
        this.identityService = identityService;
        this.people = people;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        String userId = tried.getName();
        String password = String.valueOf(tried.getCredentials());
        Runnable giveBack = throttle.take(userId, address(tried));
        if (!identityService.checkPassword(userId, password)) {
            throw new BadCredentialsException("Name or password is wrong");
        }
        giveBack.run();
        List<String> groups = people.groupsOf(userId);
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(userId, null, StaffDirectory.authorities(groups));
        signedIn.setDetails(tried.getDetails());
        return signedIn;
    }

    private static @Nullable String address(Authentication tried) {
        return tried.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
